import type { Difference } from './difference.ts'

/** From this many on, holidays that came or went together are said in one sentence. */
const longRun = 4

interface Holiday {
  readonly date: string
  readonly name: string
}

/** Holidays that came or went in one calendar, and the other differences, each in the order in which they stood. */
export function holidayRuns(all: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = Map.groupBy(all, (difference) =>
    isHolidayItem(difference)
      ? `${difference.path.split('/')[2] ?? ''} ${difference.after === undefined ? 'went' : 'came'} ${calendarOf(difference)}`
      : difference,
  )
  return [...groups.values()].flatMap((group) =>
    group.length >= longRun ? [group] : group.map((difference) => [difference]),
  )
}

export const isHolidayItem = ({ place, what }: Difference): boolean =>
  place === '/calendars/holidays' && what === 'item'

/** `Calendar vendor-office: closed on 2027-05-06 (Ascension Day)`, and the same for many at once. */
export function holidaySentence(run: readonly Difference[]): string {
  const [first] = run
  if (first === undefined) return ''
  const holidays = run
    .map(({ before, after }) => (after ?? before) as Holiday)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const gone = first.after === undefined
  const head = `Calendar ${calendarOf(first)}: `
  const [only, ...others] = holidays
  if (only === undefined) return ''
  if (others.length === 0) {
    return `${head}${gone ? 'no longer closed' : 'closed'} on ${only.date} (${only.name})`
  }
  const names = [...new Set(holidays.map(({ name }) => name))]
  const listed = names.slice(0, 6).join(', ')
  const more = names.length > 6 ? ` and ${names.length - 6} others` : ''
  return `${head}${holidays.length} holidays ${gone ? 'removed' : 'added'}, ${only.date} to ${others.at(-1)?.date ?? only.date} (${listed}${more})`
}

const calendarOf = ({ within }: Difference): string => {
  const calendar = (within[0]?.after ?? within[0]?.before) as { readonly id?: string } | undefined
  return calendar?.id ?? ''
}
