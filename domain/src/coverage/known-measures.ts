/** The figures that conditions may name, until every area brings its own. */
const ids: ReadonlySet<string> = new Set(['breaches', 'compliance', 'revenue', 'certified-people'])

export const measureIds = (): ReadonlySet<string> => ids
