import { hour, minute, type EpochMs } from '@entente/domain/kernel/instant.ts'
import type { ExplainedDay } from '@entente/domain/time/explained-day.ts'
import type { Explanation } from '@entente/domain/time/explanation.ts'
import { textTable, type TableColumn } from '../table.ts'

const columns: readonly TableColumn[] = [
  { title: 'date' },
  { title: 'day' },
  { title: 'counted', wraps: true },
  { title: 'hours', align: 'right' },
  { title: 'total', align: 'right' },
  { title: 'why', wraps: true },
]

/** The days of an explanation as a table; local times, hours as `h:mm`. */
export const dayTable = ({ days, timeZone }: Explanation, width: number): string =>
  textTable(
    columns,
    days.map((day) => [
      day.date,
      `${day.weekday.slice(0, 1).toUpperCase()}${day.weekday.slice(1)}`,
      day.counted
        .map((span) => `${clock(span.from, timeZone)}-${endClock(span.to, day, timeZone)}`)
        .join(' '),
      day.milliseconds === 0 ? '' : hoursText(day.milliseconds),
      hoursText(day.total),
      whyText(day),
    ]),
    width,
  )

/** `3:30`, with seconds and milliseconds where there are any: `0:00:02.500`. */
export const hoursText = (milliseconds: number): string => {
  const size = Math.abs(milliseconds)
  const rest = size % minute
  const seconds = rest === 0 ? '' : `:${pad(Math.floor(rest / 1000), 2)}`
  const fraction = rest % 1000 === 0 ? '' : `.${pad(rest % 1000, 3)}`
  const clockText = `${Math.floor(size / hour)}:${pad(Math.floor((size % hour) / minute), 2)}`
  return `${milliseconds < 0 ? '-' : ''}${clockText}${seconds}${fraction}`
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0')

/** `Mon 2026-11-23 12:30 (+01:00)`. */
export const instantText = (at: EpochMs, timeZone: string): string => {
  const zoned = zonedOf(at, timeZone)
  const weekday = zoned.toLocaleString('en', { weekday: 'short' })
  return `${weekday} ${zoned.toPlainDate().toString()} ${clock(at, timeZone)} (${zoned.offset})`
}

/** ISO 8601 with the offset of the zone. */
export const instantJson = (at: EpochMs, timeZone: string): string =>
  zonedOf(at, timeZone).toString({ timeZoneName: 'never' })

const zonedOf = (at: EpochMs, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)

const clock = (at: EpochMs, timeZone: string): string => {
  const text = zonedOf(at, timeZone).toPlainTime().toString()
  return text.endsWith(':00') ? text.slice(0, -3) : text
}

/** The midnight that ends a date reads 24:00. */
const endClock = (at: EpochMs, day: ExplainedDay, timeZone: string): string =>
  zonedOf(at, timeZone).toPlainDate().toString() === day.date ? clock(at, timeZone) : '24:00'

const whyText = ({ reason, clockChange }: ExplainedDay): string =>
  [reason?.text, clockChange === undefined ? undefined : changeText(clockChange)]
    .filter((part) => part !== undefined)
    .join('; ')

const changeText = (minutes: number): string =>
  `clocks go ${minutes > 0 ? 'forward' : 'back'} ${Math.abs(minutes)} minutes`
