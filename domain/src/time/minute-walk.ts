import { minute, type EpochMs } from '../kernel/instant.ts'
import type { CalendarDefinition, Weekday } from './calendar-definition.ts'

/**
 * Business time as one would count it on fingers: minute after minute, the clock on the wall is read and looked up in
 * the definition as it is written. The property tests hold the compiled calendar against it; it shares no code with
 * it and asks Temporal for every single minute, so it is slow on purpose.
 */
export const isOpenOnTheWall = (definition: CalendarDefinition, at: EpochMs): boolean => {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(definition.timeZone)
  const time = wall.hour * 60 + wall.minute
  const date = wall.toPlainDate()
  const yesterday = date.subtract({ days: 1 })
  return (
    minutesOf(definition, date).some(([start, end]) => start <= time && time < end) ||
    minutesOf(definition, yesterday).some(([, end]) => time < end - 24 * 60)
  )
}

/** Open minutes from one whole minute to another. */
export const openMinutesBetween = (
  definition: CalendarDefinition,
  from: EpochMs,
  to: EpochMs,
): number => {
  let open = 0
  for (let at: number = from; at < to; at += minute) {
    if (isOpenOnTheWall(definition, at as EpochMs)) open += 1
  }
  return open
}

/** The end of the n-th open minute after a whole minute. */
export const afterOpenMinutes = (
  definition: CalendarDefinition,
  from: EpochMs,
  n: number,
): EpochMs => {
  let open = 0
  let at: number = from
  while (open < n) {
    if (isOpenOnTheWall(definition, at as EpochMs)) open += 1
    at += minute
  }
  return at as EpochMs
}

const weekdayOfIso: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const minutesOf = (
  definition: CalendarDefinition,
  date: Temporal.PlainDate,
): [number, number][] => {
  const text = date.toString()
  const exception = definition.exceptions.find((candidate) => candidate.date === text)
  const holiday = definition.holidays.some((candidate) => candidate.date === text)
  const weekday = weekdayOfIso[date.dayOfWeek - 1] as Weekday
  const intervals = exception ? exception.open : holiday ? [] : (definition.week[weekday] ?? [])
  return intervals.map((interval) => {
    const [start = 0, end = 0] = interval.split('-').map((clock) => {
      const [hours, minutes] = clock.split(':').map(Number)
      return (hours ?? 0) * 60 + (minutes ?? 0)
    })
    return [start, end > start ? end : end + 24 * 60]
  })
}
