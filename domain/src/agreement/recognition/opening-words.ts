import { type Weekday, weekdays } from '../../time/calendar-definition.ts'
import { fold } from './wording.ts'

export type Week = Partial<Record<Weekday, string[]>>

const dayForms: readonly RegExp[] = [
  /^(?:mon(?:day)?s?|montags?|mo)$/,
  /^(?:tue(?:s|sday)?s?|dienstags?|di)$/,
  /^(?:wed(?:nesday)?s?|mittwochs?|mi)$/,
  /^(?:thu(?:r|rs|rsday)?s?|donnerstags?|do)$/,
  /^(?:fri(?:day)?s?|freitags?|fr)$/,
  /^(?:sat(?:urday)?s?|samstags?|sonnabends?|sa)$/,
  /^(?:sun(?:day)?s?|sonntags?|so)$/,
]
const dayWord =
  '(?:mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:nesday)?s?|thu(?:r|rs|rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?|mo|di|mi|do|fr|sa|so)'
const days = new RegExp(
  `(?<![\\p{L}])(?:(?<first>${dayWord})\\.?\\s*(?:-|–|—|to|through|thru|until|bis)\\s*(?<last>${dayWord})|(?<list>${dayWord}(?:\\.?\\s*(?:,|/|and|&|und)\\s*${dayWord})*)|(?<every>every day|daily|seven days(?: a week)?|7 days(?: a week)?|täglich)|(?<work>weekdays|business days|working days|werktags|(?:an )?werktagen|arbeitstagen?))(?![\\p{L}])`,
  'giu',
)
const clockTime = '(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(a\\.?m\\.?|p\\.?m\\.?|uhr)?'
const times = new RegExp(
  `(?<![\\d.:])(?:from |von )?${clockTime}(?:\\s*[a-z]{3,4})?\\s*(?:-|–|—|to|until|till|and|bis|und)\\s*${clockTime}(?![\\d:%])`,
  'giu',
)

/** The opening hours a text names by weekday; undefined where it names no times with days. */
export function readWeek(text: string): Week | undefined {
  const words = fold(text)
    .replace(/\bnoon\b/g, '12:00')
    .replace(/\bmidnight\b/g, '24:00')
  const isAboutHours =
    /\b(?:office|opening|business|working|support|desk|service) (?:hours|times?)\b|\b(?:open|staffed|available|reachable)\b|zeiten\b/.test(
      words,
    )
  const ranges = [...words.matchAll(times)].flatMap((match) => {
    const isUnit = /^\s*(?:h|hrs?|hours?|min|days?|stunden|%)\b/.test(
      words.slice(match.index + match[0].length),
    )
    const interval = intervalOf(match, isAboutHours && !isUnit)
    return interval === undefined
      ? []
      : [{ at: match.index, end: match.index + match[0].length, interval }]
  })
  const named = [...words.matchAll(days)].map((match) => ({ at: match.index, days: daysOf(match) }))
  if (ranges.length === 0 || named.length === 0) return undefined
  const week: Week = {}
  for (const [index, range] of ranges.entries()) {
    // Days stand before their times, or behind them where none stand before: "9 to 5, Monday to Friday".
    const before = named.filter((one) => one.at < range.at)
    const since = ranges[index - 1]?.end ?? 0
    const close = before.filter((one) => one.at >= since)
    const group =
      close.length > 0 ? close : before.length > 0 ? before.slice(-1) : named.slice(0, 1)
    for (const day of group.flatMap((one) => one.days)) {
      const open = week[day] ?? []
      if (!open.includes(range.interval)) week[day] = [...open, range.interval].toSorted()
    }
  }
  return Object.fromEntries(
    weekdays.flatMap((day) => (week[day] === undefined ? [] : [[day, week[day]]])),
  )
}

export const roundTheClock = (): Week =>
  Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']]))

export const isRoundTheClock = (text: string): boolean =>
  /24\s*[x/]\s*7|24 hours a day,? (?:7|seven) days|round[- ]the[- ]clock|around the clock|rund um die uhr/.test(
    fold(text),
  )

function daysOf(match: RegExpExecArray): Weekday[] {
  const { first, last, list, every } = match.groups ?? {}
  if (every !== undefined) return [...weekdays]
  if (first !== undefined && last !== undefined) {
    const [from, to] = [dayOf(first), dayOf(last)]
    const length = ((to - from + 7) % 7) + 1
    return Array.from({ length }, (_, index) => weekdays[(from + index) % 7] as Weekday)
  }
  if (list !== undefined)
    return list
      .split(/[^\p{L}]+|\band\b|\bund\b/u)
      .filter((word) => dayOf(word) >= 0)
      .map((word) => weekdays[dayOf(word)] as Weekday)
  return weekdays.slice(0, 5)
}

const dayOf = (word: string): number =>
  dayForms.findIndex((form) => form.test(word.replace(/\.$/, '')))

/** Bare numbers are hours of the day only where the words are about opening hours: "8 to 16". */
function intervalOf(match: RegExpExecArray, takesBare: boolean): string | undefined {
  const [, fromHour = '', fromMinute, fromHalf, toHour = '', toMinute, toHalf] = match
  const isClock =
    fromMinute !== undefined ||
    toMinute !== undefined ||
    fromHalf !== undefined ||
    toHalf !== undefined
  const isDay = takesBare && Number(fromHour) < Number(toHour) && Number(toHour) >= 12
  if (!isClock && !isDay) return undefined
  // "9-5pm": a first time without am or pm, later than the second, is in the morning.
  const start = clock(
    fromHour,
    fromMinute,
    noon(fromHalf) ??
      (noon(toHalf) === 'pm' && Number(fromHour) < Number(toHour) ? 'pm' : undefined),
  )
  const end = clock(toHour, toMinute, noon(toHalf))
  if (start === undefined || end === undefined || start === '24:00' || start === end)
    return undefined
  return `${start}-${end === '00:00' ? '24:00' : end}`
}

const noon = (half: string | undefined) => half?.replace(/\./g, '')

function clock(hour: string, minute = '00', half?: string): string | undefined {
  let hours = Number(hour)
  if (half === 'pm' && hours < 12) hours += 12
  if (half === 'am' && hours === 12) hours = 0
  if (hours > 24 || Number(minute) > 59 || (hours === 24 && minute !== '00')) return undefined
  return `${String(hours).padStart(2, '0')}:${minute}`
}
