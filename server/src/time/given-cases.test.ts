import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { day, type EpochMs, type PlainDate } from '@entente/domain/kernel/instant.ts'
import { compileCalendar, type BusinessCalendar } from '@entente/domain/time/business-calendar.ts'
import { weekdays, type CalendarException } from '@entente/domain/time/calendar-definition.ts'
import { deadline } from '@entente/domain/time/deadline.ts'
import { plainDateOf, readEpochDay } from '@entente/domain/time/local-date.ts'

/**
 * The cases that two public libraries assert in their own tests, held against this calendar. Where a separate
 * computation agrees with them, so must this one. Every other case is listed in docs/business-time-cases.md with the
 * answer given here; this test keeps that list true.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const shared = resolve(root, process.env['ENTENTE_SHARED_DATA'] ?? '../shared/data')
const file = resolve(shared, 'business-time-cases.json')
const present = existsSync(file)

type Interval = [string, string]

interface Case {
  readonly id: string
  readonly calendar: {
    readonly time_zone: string
    readonly week: Readonly<Record<string, Interval[]>>
    readonly holidays: readonly PlainDate[]
    readonly overrides?: Readonly<Record<string, Interval[]>>
    readonly breaks?: Readonly<Record<string, Interval[]>>
  }
  readonly op: string
  readonly input: Readonly<Record<string, string | number>>
  readonly expected: unknown
  readonly independent_check: string
  /** The source moves a result that falls on a closing to the next opening; here it stays. */
  readonly boundary?: 'moves_to_next_open'
}

const mustAgree = new Set(['add', 'between', 'is_open', 'next_open', 'previous_open'])
const businessDays = new Set(['add_business_days', 'is_business_day', 'business_days_between'])
/** Questions that this calendar is not asked: lists of intervals, names of breaks and holidays, the next closing. */
const omitted = new Set([
  'next_close',
  'next_period_start',
  'on_break',
  'on_holiday',
  'periods_after',
  'periods_before',
])

const text = ([from, to]: Interval) => `${from}-${to}`

/** Both libraries let a holiday close even a date with hours of its own; a break cuts whatever hours a date has. */
const calendarOf = ({ calendar }: Case): BusinessCalendar => {
  const { overrides = {}, breaks = {}, week, holidays } = calendar
  const closed = new Set<string>(holidays)
  const exceptions = [...new Set([...Object.keys(overrides), ...Object.keys(breaks)])]
    .filter((date) => !closed.has(date))
    .map((date): CalendarException => {
      const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'mon'
      const hours = overrides[date] ?? week[weekday] ?? []
      const open = (breaks[date] ?? []).reduce(without, hours).map(text)
      return { date: date as PlainDate, open }
    })
  const compiled = compileCalendar({
    timeZone: calendar.time_zone,
    week: Object.fromEntries(Object.entries(week).map(([name, hours]) => [name, hours.map(text)])),
    holidays: holidays.map((date) => ({ date, name: 'holiday' })),
    exceptions,
  })
  if (!compiled.ok) throw new Error(compiled.refusal.sentence)
  return compiled.value
}

const without = (hours: Interval[], [start, end]: Interval): Interval[] =>
  hours
    .flatMap(([from, to]): Interval[] => [
      [from, start < to ? start : to],
      [end > from ? end : from, to],
    ])
    .filter(([from, to]) => from < to)

const at = (value: unknown): EpochMs =>
  Temporal.Instant.from(String(value)).epochMilliseconds as EpochMs

/** Both libraries answer in whole seconds, halves away from zero. */
const inSeconds = (milliseconds: number) =>
  Math.sign(milliseconds) * Math.round(Math.abs(milliseconds) / 1000) || 0

const instantText = (instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(instant / 1000) * 1000).toString()

const answerTo = (one: Case): unknown => {
  const calendar = calendarOf(one)
  const { input } = one
  switch (one.op) {
    case 'add': {
      const duration = Math.round(Number(input['seconds']) * 1000)
      const backward = input['direction'] === 'backward'
      const from = at(input['from'])
      return instantText(
        backward && duration === 0 ? calendar.subtract(from, 0) : calendar.add(from, duration),
      )
    }
    case 'between':
      return inSeconds(calendar.between(at(input['from']), at(input['to'])))
    case 'is_open':
      return calendar.isOpen(at(input['at']))
    case 'next_open':
      return instantText(calendar.nextOpen(at(input['at'])))
    case 'previous_open':
      return instantText(calendar.previousClose(at(input['at'])))
    case 'is_business_day':
      return isBusinessDay(calendar, epochDayOf(input['date']))
    case 'business_days_between':
      return businessDaysBetween(calendar, epochDayOf(input['from']), epochDayOf(input['to']))
    case 'add_business_days':
      return businessDaysLater(calendar, String(input['from']), Number(input['days']))
    default:
      throw new Error(`no answer to ${one.op}`)
  }
}

const epochDayOf = (value: unknown): number => readEpochDay(String(value).slice(0, 10)) ?? NaN

const isBusinessDay = (calendar: BusinessCalendar, date: number) =>
  calendar.nthBusinessDayAfter(date - 1, 1) === date

const businessDaysBetween = (calendar: BusinessCalendar, from: number, to: number): number => {
  if (to < from) return -businessDaysBetween(calendar, to, from)
  let count = 0
  for (let date = from + 1; date <= to; date += 1) if (isBusinessDay(calendar, date)) count += 1
  return count
}

const businessDaysLater = (calendar: BusinessCalendar, from: string, amount: number): string => {
  if (amount < 1) return 'no such target'
  const dateAlone = from.length === 10
  const start = dateAlone ? calendar.zone.instantOf(epochDayOf(from) * day) : at(from)
  const { dueAt } = deadline({ amount, unit: 'days', basis: 'business' }, calendar, start)
  return dateAlone
    ? plainDateOf(Math.floor(calendar.zone.localOf(dueAt) / day))
    : instantText(dueAt)
}

describe('the given business-time cases', () => {
  test.skipIf(!present)('every case whose independent check agrees is answered alike', () => {
    const cases = readCases().filter(isChecked)
    expect(cases.length).toBeGreaterThan(150)
    const different = cases
      .filter((one) => one.boundary === undefined)
      .map((one) => ({ id: one.id, ours: answerTo(one), given: one.expected }))
      .filter(({ ours, given }) => ours !== given)
    expect(different).toEqual([])
  })

  test.skipIf(!present)(
    'a result on a closing stays there; its next opening is what the source gives',
    () => {
      const cases = readCases().filter((one) => one.boundary !== undefined)
      expect(cases.length).toBeGreaterThan(0)
      for (const one of cases) {
        const ours = answerTo(one)
        expect(ours).not.toBe(one.expected)
        expect(instantText(calendarOf(one).nextOpen(at(ours)))).toBe(one.expected)
      }
    },
  )

  test.skipIf(!present)(
    'every other case is listed in docs/business-time-cases.md with our answer',
    () => {
      const listed = readFileSync(resolve(root, 'docs/business-time-cases.md'), 'utf8')
      const rows = readCases()
        .filter((one) => !omitted.has(one.op) && (!isChecked(one) || one.boundary !== undefined))
        .map((one) => {
          const ours = answerTo(one)
          const agrees = ours === one.expected ? 'yes' : 'no'
          return { id: one.id, op: one.op, ours: String(ours), agrees }
        })
      console.table(rows)
      const missing = rows.filter(
        ({ id, op, ours, agrees }) => !listed.includes(`| ${id} | ${op} | ${ours} | ${agrees} |`),
      )
      expect(missing).toEqual([])
      expect(listed.match(/^\| (?:wh|biz)-\d+ \|/gm)?.length).toBe(rows.length)
    },
  )

  test.skipIf(!present)('an operation is answered or omitted by name', () => {
    const cases = readCases()
    expect(cases).toHaveLength(298)
    const unknown = cases.filter(
      (one) => !mustAgree.has(one.op) && !businessDays.has(one.op) && !omitted.has(one.op),
    )
    expect(unknown).toEqual([])
  })
})

const readCases = (): readonly Case[] => JSON.parse(readFileSync(file, 'utf8')).cases

const isChecked = (one: Case) => mustAgree.has(one.op) && one.independent_check === 'ok'
