import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hour, minute, type EpochMs, type PlainDate } from '../kernel/instant.ts'
import { compileCalendar, type BusinessCalendar } from './business-calendar.ts'
import { weekdays, type CalendarDefinition, type LocalInterval } from './calendar-definition.ts'
import { businessDaysAfter } from './deadline.ts'
import { explainBetween, explainDeadline } from './explanation.ts'
import { afterOpenMinutes, isOpenOnTheWall, openMinutesBetween } from './minute-walk.ts'

/** Zones beside a day on which their clocks change: at night, at midnight, by half an hour, by a whole date. */
const places: readonly (readonly [zone: string, day: PlainDate])[] = [
  ['Etc/UTC', '2026-02-27'],
  ['Europe/Berlin', '2026-03-28'],
  ['Europe/Berlin', '2026-10-24'],
  ['America/New_York', '2026-03-07'],
  ['America/Santiago', '2026-04-04'],
  ['America/Santiago', '2026-09-05'],
  ['Asia/Beirut', '2026-03-28'],
  ['Asia/Beirut', '2026-10-24'],
  ['Africa/Cairo', '2026-04-23'],
  ['Africa/Cairo', '2026-10-29'],
  ['America/Havana', '2026-03-07'],
  ['America/Havana', '2026-10-31'],
  ['America/St_Johns', '2006-10-28'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Pacific/Apia', '2011-12-29'],
  ['Asia/Kathmandu', '2026-12-31'],
].map(([zone, date]) => [zone as string, date as PlainDate] as const)

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Up to three intervals in order, apart or adjoining, some to 24:00. */
const intervalsOfDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map((cuts): LocalInterval[] =>
    cuts
      .slice(0, cuts.length - (cuts.length % 2))
      .flatMap((start, i) =>
        i % 2 === 0 ? [`${clock(start * 15)}-${clock((cuts[i + 1] as number) * 15)}`] : [],
      ),
  )

const nightShift = fc.constantFrom<LocalInterval[]>(
  ['22:00-06:00'],
  ['18:30-02:30'],
  ['23:45-00:45'],
)

const week = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.option(intervalsOfDay, { nil: [] }), { minLength: 7, maxLength: 7 }),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.option(nightShift, { nil: [] }), { minLength: 7, maxLength: 7 }),
  },
  { weight: 1, arbitrary: fc.constant(weekdays.map(() => ['00:00-24:00'])) },
)

interface Situation {
  readonly definition: CalendarDefinition
  readonly calendar: BusinessCalendar
  /** An instant near the change of clocks. */
  readonly near: (minutes: number) => EpochMs
}

const situation: fc.Arbitrary<Situation> = fc
  .record({
    place: fc.constantFrom(...places),
    week: week.filter((days) => days.some((intervals) => intervals.length > 0)),
    holidays: fc.array(fc.integer({ min: -3, max: 6 }), { maxLength: 2 }),
    exception: fc.option(
      fc.tuple(fc.integer({ min: -3, max: 6 }), fc.oneof(intervalsOfDay, fc.constant([]))),
    ),
  })
  .map(({ place: [timeZone, date], week: days, holidays, exception }) => {
    const start = Temporal.PlainDate.from(date)
    const shifted = (by: number) => start.add({ days: by }).toString() as PlainDate
    const definition: CalendarDefinition = {
      timeZone,
      week: Object.fromEntries(weekdays.map((weekday, i) => [weekday, days[i] ?? []])),
      holidays: holidays.map((by) => ({ date: shifted(by), name: 'Lantern Day' })),
      exceptions: exception ? [{ date: shifted(exception[0]), open: exception[1] }] : [],
    }
    const compiled = compileCalendar(definition)
    if (!compiled.ok) throw new Error(compiled.refusal.sentence)
    const midnight = start.toZonedDateTime(timeZone).epochMilliseconds
    const near = (minutes: number) => (midnight + minutes * minute) as EpochMs
    const calendar = compiled.value
    // A counterexample is read by its definition; the compiled table would fill screens.
    return { definition, calendar, near, [fc.toStringMethod]: () => JSON.stringify(definition) }
  })

const nearMinute = fc.integer({ min: -2 * 24 * 60, max: 4 * 24 * 60 })
const anyMs = fc.integer({ min: -40 * 24 * hour, max: 40 * 24 * hour })
const duration = fc.integer({ min: 1, max: 300 * hour })
const few = { numRuns: 60 }
const many = { numRuns: 400 }

describe('the laws of business time', () => {
  test('adding then measuring gives back the duration, forwards and backwards', () => {
    fc.assert(
      fc.property(situation, anyMs, duration, ({ calendar, near }, offset, length) => {
        const from = (near(0) + offset) as EpochMs
        expect(calendar.between(from, calendar.add(from, length))).toBe(length)
        expect(calendar.between(calendar.subtract(from, length), from)).toBe(length)
        expect(calendar.add(from, -length)).toBe(calendar.subtract(from, length))
      }),
      many,
    )
  })

  test('monotone in the start and in the duration', () => {
    fc.assert(
      fc.property(situation, anyMs, anyMs, duration, duration, ({ calendar, near }, a, b, c, d) => {
        const [first, second] = [near(0) + Math.min(a, b), near(0) + Math.max(a, b)] as EpochMs[]
        const [shorter, longer] = [Math.min(c, d), Math.max(c, d)]
        if (first === undefined || second === undefined) throw new Error('unreachable')
        expect(calendar.add(first, shorter)).toBeLessThanOrEqual(calendar.add(second, shorter))
        expect(calendar.add(first, shorter)).toBeLessThanOrEqual(calendar.add(first, longer))
        expect(calendar.subtract(first, shorter)).toBeLessThanOrEqual(
          calendar.subtract(second, shorter),
        )
        expect(calendar.subtract(first, longer)).toBeLessThanOrEqual(
          calendar.subtract(first, shorter),
        )
      }),
      many,
    )
  })

  test('additive over adjacent spans, signed, and never more than the time that passed', () => {
    fc.assert(
      fc.property(situation, anyMs, anyMs, anyMs, ({ calendar, near }, a, b, c) => {
        const at = (offset: number) => (near(0) + offset) as EpochMs
        const whole = calendar.between(at(a), at(c))
        expect(calendar.between(at(a), at(b)) + calendar.between(at(b), at(c))).toBe(whole)
        expect(calendar.between(at(c), at(a)) + whole).toBe(0)
        const used = calendar.between(at(Math.min(a, b)), at(Math.max(a, b)))
        expect(used).toBeGreaterThanOrEqual(0)
        expect(used).toBeLessThanOrEqual(Math.abs(a - b))
      }),
      many,
    )
  })

  test('adding in two parts is adding at once', () => {
    fc.assert(
      fc.property(situation, anyMs, duration, duration, ({ calendar, near }, offset, a, b) => {
        const from = (near(0) + offset) as EpochMs
        expect(calendar.add(calendar.add(from, a), b)).toBe(calendar.add(from, a + b))
        expect(calendar.subtract(calendar.subtract(from, a), b)).toBe(
          calendar.subtract(from, a + b),
        )
      }),
      many,
    )
  })

  test('next opening and previous closing bound a closed instant and enclose no open time', () => {
    fc.assert(
      fc.property(situation, anyMs, ({ calendar, near }, offset) => {
        const at = (near(0) + offset) as EpochMs
        const next = calendar.nextOpen(at)
        const previous = calendar.previousClose(at)
        expect(calendar.isOpen(next)).toBe(true)
        expect(calendar.isOpen((previous - 1) as EpochMs)).toBe(true)
        expect(next === at).toBe(calendar.isOpen(at))
        expect(calendar.between(previous, at)).toBe(0)
        expect(calendar.between(at, next)).toBe(0)
        expect(calendar.add(at, 0)).toBe(next)
        expect(calendar.subtract(at, 0)).toBe(previous)
      }),
      many,
    )
  })

  test('equal to a naive minute count on the wall', () => {
    fc.assert(
      fc.property(
        situation,
        nearMinute,
        fc.integer({ min: 0, max: 1500 }),
        ({ definition, calendar, near }, start, length) => {
          const from = near(start)
          const to = near(start + length)
          expect(calendar.isOpen(from)).toBe(isOpenOnTheWall(definition, from))
          expect(calendar.between(from, to)).toBe(openMinutesBetween(definition, from, to) * minute)
        },
      ),
      few,
    )
  })

  test('equal to it at the ends of the compiled years too', () => {
    const ends = fc.constantFrom(-366, 4 * 366)
    const beside = fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 })
    fc.assert(
      fc.property(situation, ends, beside, ({ definition, calendar, near }, end, minutes) => {
        // The first question compiles from a year before it to four years after.
        calendar.isOpen(near(0))
        const at = near(end * 24 * 60 + minutes)
        expect(calendar.isOpen(at)).toBe(isOpenOnTheWall(definition, at))
      }),
      { numRuns: 800 },
    )
  })

  test('a naive walk reaches the same due instant', () => {
    fc.assert(
      fc.property(
        situation,
        nearMinute,
        fc.integer({ min: 1, max: 120 }),
        ({ definition, calendar, near }, start, length) => {
          const from = near(start)
          const due = calendar.add(from, length * minute)
          fc.pre(due - from < 30 * hour)
          expect(due).toBe(afterOpenMinutes(definition, from, length))
        },
      ),
      few,
    )
  })

  test('which years were compiled first changes nothing', () => {
    const years = fc.array(fc.integer({ min: -120, max: 170 }), { maxLength: 3 })
    fc.assert(
      fc.property(
        situation,
        years,
        anyMs,
        duration,
        ({ definition, calendar, near }, far, offset, length) => {
          const from = (near(0) + offset) as EpochMs
          const due = calendar.add(from, length)
          const other = compileCalendar(definition)
          if (!other.ok) throw new Error('compiled before')
          for (const by of far) other.value.isOpen((from + by * 365 * 24 * hour) as EpochMs)
          expect(other.value.add(from, length)).toBe(due)
          expect(other.value.between(from, due)).toBe(length)
          expect(other.value.nextOpen(due)).toBe(calendar.nextOpen(due))
        },
      ),
      { numRuns: 25 },
    )
  })

  test('the days of an explanation add up exactly', () => {
    fc.assert(
      fc.property(
        situation,
        anyMs,
        duration,
        anyMs,
        ({ calendar, near }, offset, length, other) => {
          const from = (near(0) + offset) as EpochMs
          const amount = Math.ceil(length / minute)
          const deadline = explainDeadline(
            { amount, unit: 'minutes', basis: 'business' },
            calendar,
            from,
          )
          expect(deadline.to).toBe(calendar.add(from, amount * minute))
          expect(deadline.counted).toBe(amount * minute)
          for (const { counted, days } of [
            deadline,
            explainBetween(calendar, from, (near(0) + other) as EpochMs),
          ]) {
            expect(days.reduce((sum, date) => sum + date.milliseconds, 0)).toBe(Math.abs(counted))
            expect(days.at(-1)?.total).toBe(Math.abs(counted))
            const spans = days.flatMap((date) => date.counted)
            expect(spans.reduce((sum, span) => sum + (span.to - span.from), 0)).toBe(
              Math.abs(counted),
            )
          }
          const between = explainBetween(calendar, from, (near(0) + other) as EpochMs)
          expect(between.counted).toBe(calendar.between(from, (near(0) + other) as EpochMs))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('n business days later is a business day, strictly later, and inside or at the edge of its hours', () => {
    fc.assert(
      fc.property(
        situation,
        anyMs,
        fc.integer({ min: 1, max: 12 }),
        ({ calendar, near }, offset, n) => {
          const from = (near(0) + offset) as EpochMs
          const { dueAt, countedFrom } = businessDaysAfter(calendar, from, n)
          expect(countedFrom).toBe(calendar.nextOpen(from))
          const wall = (at: number) =>
            Temporal.Instant.fromEpochMilliseconds(at)
              .toZonedDateTimeISO(calendar.timeZone)
              .toPlainDate()
          expect(Temporal.PlainDate.compare(wall(dueAt), wall(countedFrom))).toBe(1)
          expect(calendar.isOpen(dueAt) || calendar.previousClose(dueAt) === dueAt).toBe(true)
          expect(calendar.between(from, dueAt)).toBeGreaterThan(0)
        },
      ),
      many,
    )
  })
})
