/**
 * Three libraries for business time on one schedule: the same week, the same holidays, the local zone of the process.
 * Each answers in epoch milliseconds, so that results can be compared.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const zone = 'Europe/Berlin'
export const intervals = ['09:00-12:30', '13:30-17:00']
export const holidays = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25']

export interface Peer {
  readonly name: string
  readonly version: string
  add(from: number, hours: number): number
  /** Milliseconds. */
  between(from: number, to: number): number
}

const versionOf = (name: string): string => require(`${name}/package.json`).version

const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

const dayjsBusinessTime = (): Peer => {
  const dayjs = require('dayjs')
  dayjs.extend(require('dayjs-business-time'))
  const segments = intervals.map((interval) => {
    const [start, end] = interval.split('-')
    return { start: `${start}:00`, end: `${end}:00` }
  })
  dayjs.setBusinessTime({
    ...Object.fromEntries(workdays.map((name) => [name, segments])),
    saturday: null,
    sunday: null,
  })
  dayjs.setHolidays(holidays)
  return {
    name: 'dayjs-business-time',
    version: versionOf('dayjs-business-time'),
    add: (from, hours) => dayjs(from).addBusinessHours(hours).valueOf(),
    between: (from, to) => dayjs(from).businessMinutesDiff(dayjs(to)) * 60_000,
  }
}

const momentBusinessTime = (): Peer => {
  const moment = require('moment-business-time')
  const hours = intervals.flatMap((interval) => interval.split('-').map((clock) => `${clock}:00`))
  moment.updateLocale('en', {
    workinghours: Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6].map((day) => [day, day === 0 || day === 6 ? null : hours]),
    ),
    holidays,
  })
  return {
    name: 'moment-business-time',
    version: versionOf('moment-business-time'),
    add: (from, amount) => moment(from).addWorkingTime(amount, 'hours').valueOf(),
    between: (from, to) => moment(to).workingDiff(moment(from), 'minutes') * 60_000,
  }
}

const openingHours = (): Peer => {
  const OpeningHours = require('opening_hours')
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  const off = holidays.map((date) => {
    const [year, month, day] = date.split('-').map(Number)
    return `${year} ${months[(month ?? 1) - 1]} ${String(day).padStart(2, '0')} off`
  })
  const hours = new OpeningHours([`Mo-Fr ${intervals.join(',')}`, ...off].join('; '), null)
  return {
    name: 'opening_hours',
    version: versionOf('opening_hours'),
    // It has no addition: its iterator walks from one change to the next until enough open time has passed.
    add: (from, amount) => {
      const iterator = hours.getIterator(new Date(from))
      let left = amount * 3_600_000
      let at = from
      for (;;) {
        const open = iterator.getState()
        iterator.advance()
        const next = iterator.getDate().getTime()
        if (open && left <= next - at) return at + left
        if (open) left -= next - at
        at = next
      }
    },
    between: (from, to) => hours.getOpenDuration(new Date(from), new Date(to))[0],
  }
}

export const peers = (): Peer[] => [dayjsBusinessTime(), momentBusinessTime(), openingHours()]
