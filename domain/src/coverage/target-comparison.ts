import { day, hour, type DurationMs, type EpochMs } from '../kernel/instant.ts'
import type { BusinessCalendar } from '../time/business-calendar.ts'
import { deadline } from '../time/deadline.ts'
import { compareTargets, type SettledTarget, type Target } from '../time/target.ts'
import { officeWeek } from './calendar-of-side.ts'

/**
 * Which of two times falls due later. On one basis and in one unit that is arithmetic; "8 business hours" beside "24
 * elapsed hours" depends on when the work begins, so every half hour of a usual week is tried in the real calendars.
 *
 * The surprising rule: one bad hour counts. A response due Monday for a resolution due Saturday is a contradiction,
 * however well the two go together on a Tuesday morning; but only what holds at every start is an error.
 */
export interface Comparison {
  /** `later`: the first falls due after the second, whenever the work begins. `same`: they always fall due together. */
  readonly outcome: 'later' | 'sometimes-later' | 'same' | 'sooner'
  /** A start at which the first falls due later, where starts had to be tried; in opening hours if there is one. */
  readonly example?: Example | undefined
}

export interface Example {
  readonly startAt: EpochMs
  readonly calendar: BusinessCalendar
  /** How long the work then waits, on the wall clock. */
  readonly waits: readonly DurationMs[]
}

/** Compares two times; a basis that is left out is that of the other, and business where both leave it out. */
export function compareWhenDue(
  one: Target,
  other: Target,
  calendars: readonly BusinessCalendar[],
): Comparison {
  const a = settled(one, other)
  const b = settled(other, one)
  const plain = compareTargets(a, b)
  if (plain !== undefined) return { outcome: outcomes[plain + 1] ?? 'same' }
  let [later, same, tried] = [0, 0, 0]
  let example: Example | undefined
  for (const calendar of calendars.length === 0 ? [officeWeek()] : calendars) {
    for (const startAt of usualStarts()) {
      const waits = [a, b].map((target) => deadline(target, calendar, startAt).dueAt - startAt)
      const [first = 0, second = 0] = waits
      tried += 1
      if (first === second) same += 1
      if (first <= second) continue
      later += 1
      const isBetter =
        example?.calendar.isOpen(example.startAt) !== true && calendar.isOpen(startAt)
      if (example === undefined || isBetter) example = { startAt, calendar, waits }
    }
  }
  if (later > 0) return { outcome: later === tried ? 'later' : 'sometimes-later', example }
  return { outcome: same === tried ? 'same' : 'sooner' }
}

/** " (work that begins on Friday 16:30 waits 7 days 8 hours against 7 days)", where it depends on the start. */
export function exampleText({ example }: Comparison): string {
  if (example === undefined) return ''
  const waits = example.waits.map(durationText).join(' against ')
  return ` (work that begins on ${startText(example)} waits ${waits})`
}

/** Said where neither time names a basis, because business time was then assumed. */
export const assumption = (a: Target, b: Target): string =>
  a.basis === undefined && b.basis === undefined && a.unit !== b.unit
    ? ', if business time counts'
    : ''

function durationText(duration: DurationMs): string {
  const days = Math.floor(duration / day)
  const hours = Math.round(((duration % day) / hour) * 10) / 10
  const parts = [
    ...(days > 0 ? [`${days} ${days === 1 ? 'day' : 'days'}`] : []),
    ...(hours > 0 || days === 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
  ]
  return parts.join(' ')
}

/** The longest that a start in opening hours waits until it is due, and the last such start of the week. */
export function longestWait(
  target: SettledTarget,
  calendar: BusinessCalendar,
): { readonly wait: number; readonly example: Example } | undefined {
  let longest: { wait: number; example: Example } | undefined
  for (const startAt of usualStarts()) {
    if (!calendar.isOpen(startAt)) continue
    const wait = deadline(target, calendar, startAt).dueAt - startAt
    if (longest === undefined || wait >= longest.wait) {
      longest = { wait, example: { startAt, calendar, waits: [wait] } }
    }
  }
  return longest
}

/** "Friday 16:30", on the clock of the calendar. */
export function startText({ startAt, calendar }: Example): string {
  const local = calendar.zone.localOf(startAt)
  const time = ((local % day) + day) % day
  const name = names[(((Math.floor(local / day) + 3) % 7) + 7) % 7] ?? ''
  return `${name} ${pad(time / hour)}:${pad((time % hour) / (hour / 60))}`
}

const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0')

const outcomes = ['sooner', 'same', 'later'] as const

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Half hours of a week in January, when no large zone changes its clocks; Monday 2027-01-11 in UTC. */
function* usualStarts(): Generator<EpochMs> {
  const monday = 1_799_625_600_000
  for (let step = 0; step < 7 * 48; step += 1) yield (monday + (step * hour) / 2) as EpochMs
}

const settled = (target: Target, beside: Target): SettledTarget => {
  const basis = target.basis ?? beside.basis ?? 'business'
  return { ...target, basis: basis === 'calendar' && target.unit !== 'days' ? 'elapsed' : basis }
}
