import type { Agreement } from '../agreement.ts'
import { meaningOf } from '../list-order.ts'

/** Something that both versions know under another name each. */
export interface Rename {
  readonly list: ListName
  readonly from: string
  readonly to: string
  /** Position in the later version's list. */
  readonly index: number
}

type ListName = 'positions' | 'people' | 'priorities' | 'calendars'

interface Named {
  readonly id: string
  readonly title?: string | undefined
  readonly name?: string | undefined
  readonly label?: string | undefined
  readonly side?: string | undefined
}

/** Fields that hold a name of each list; a priority is also the name of a field in `byPriority`. */
export const referringFields: Readonly<Record<ListName, ReadonlySet<string>>> = {
  positions: new Set([
    'responsible',
    'accountable',
    'consulted',
    'informed',
    'position',
    'owner',
    'audience',
  ]),
  people: new Set(['person', 'deputy']),
  priorities: new Set(['priority']),
  calendars: new Set(['calendar']),
}

const listNames = ['positions', 'people', 'priorities', 'calendars'] as const

/**
 * What was renamed: an id that went and one that came, with the same title on the same side, or with the same
 * content. Only where one fits one; two candidates are a change, not a rename.
 */
export function findRenames(before: Agreement, after: Agreement): readonly Rename[] {
  return listNames.flatMap((list) => {
    const old: readonly Named[] = before[list] ?? []
    const young: readonly Named[] = after[list] ?? []
    const gone = old.filter(({ id }) => !young.some((item) => item.id === id))
    const came = young.filter(({ id }) => !old.some((item) => item.id === id))
    return gone.flatMap((item) => {
      const matches = came.filter((other) => isSameThing(item, other))
      const rivals = gone.filter((other) => matches.some((match) => isSameThing(other, match)))
      const [match] = matches
      if (match === undefined || matches.length > 1 || rivals.length > 1) return []
      return [{ list, from: item.id, to: match.id, index: young.indexOf(match) }]
    })
  })
}

function isSameThing(a: Named, b: Named): boolean {
  const shownName = ({ title, name, label }: Named) => title ?? name ?? label
  const named = shownName(a) !== undefined && shownName(a) === shownName(b) && a.side === b.side
  return named || meaningOf({ ...a, id: '' }, '') === meaningOf({ ...b, id: '' }, '')
}

/** The earlier version with the later one's names, so that what only refers to them does not seem changed. */
export const withRenames = (before: Agreement, renames: readonly Rename[]): Agreement =>
  renames.reduce<Agreement>(
    (agreement, rename) => renamed(agreement, '', '', rename) as Agreement,
    before,
  )

function renamed(value: unknown, field: string, list: string, rename: Rename): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => renamed(item, field, field, rename))
  }
  if (typeof value === 'string') {
    const refers =
      referringFields[rename.list].has(field) || (field === 'id' && list === rename.list)
    return refers && value === rename.from ? rename.to : value
  }
  if (typeof value !== 'object' || value === null) return value
  const isPriorityMap = rename.list === 'priorities' && field === 'byPriority'
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      isPriorityMap && name === rename.from ? rename.to : name,
      renamed(part, name, list, rename),
    ]),
  )
}
