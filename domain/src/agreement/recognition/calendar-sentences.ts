import { weekdays } from '../../time/calendar-definition.ts'
import type { Side } from '../../identity/side.ts'
import { doubtPronoun, takeLine, takeSentence, type Desk, type ZoneFound } from './desk.ts'
import { type Draft, hasRoom } from './draft.ts'
import { findDurations } from './duration-words.ts'
import type { Piece } from './ledger.ts'
import { isRoundTheClock, readWeek, roundTheClock, type Week } from './opening-words.ts'
import { priorityInSentence } from './priority-words.ts'
import { sideNamedIn } from './parties-words.ts'
import type { LinePassage } from './passages.ts'
import { clipLine, fold, freeIdentifier, sentenceCase } from './wording.ts'
import { readZone } from './zone-words.ts'

/** "Time zone: Europe/Berlin" in a line of its own, for hours that stand elsewhere. */
export function readZoneLine(line: LinePassage, desk: Desk): boolean {
  if (
    !/^(?:time ?zone|all times (?:are )?(?:in|given)|zeitzone)\b/i.test(line.text) ||
    line.text.length > 80
  )
    return false
  const zone = readZone(line.text)
  if (zone === undefined) return false
  desk.hours.zone ??= zone
  desk.hours.waiting.push(() => {
    const index = desk.draft.calendars.findIndex((one) => one.timeZone === zone.zone)
    if (index < 0) return
    takeLine(desk, line, `/calendars/${index}/timeZone`)
    if (zone.doubt !== undefined)
      desk.ledger.doubt(line, zone.doubt, `/calendars/${index}/timeZone`)
  })
  return true
}

/** Opening hours: "Monday to Friday, 9:00–17:00 CET", "24x7". */
export function readHours(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  if (!hasRoom(desk.draft, 'calendars')) return false
  const week = readWeek(text) ?? wholeWeek(text, line)
  if (week === undefined) return false
  const side = sideNamedIn(text, desk.names) ?? line.context.side
  const own = isRoundTheClock(text) ? { zone: 'UTC' } : readZone(text)
  const add = (zone: ZoneFound | undefined) => {
    if (zone === undefined) {
      desk.ledger.doubt(
        piece,
        'opening hours without a time zone; add the zone and they can be a calendar',
      )
      return
    }
    addCalendar(desk, { week, zone, side, text }, piece, line)
  }
  if (own === undefined) desk.hours.waiting.push(add)
  else add(own)
  return true
}

function wholeWeek(text: string, line: LinePassage): Week | undefined {
  const isAboutHours =
    line.context.section === 'hours' ||
    /\b(?:support|desk|service|available|staffed|hours|coverage|hotline)\b/i.test(text)
  const isOfPriority = fold(text).search(priorityInSentence) >= 0
  return isRoundTheClock(text) && isAboutHours && !isOfPriority && findDurations(text).length === 0
    ? roundTheClock()
    : undefined
}

/** Hours whose zone came later, or never. */
export function addPendingCalendars(desk: Desk): void {
  for (const add of desk.hours.waiting) add(desk.hours.zone)
}

interface HoursFound {
  readonly week: Week
  readonly zone: ZoneFound
  readonly side: Side | undefined
  readonly text: string
}

function addCalendar(desk: Desk, found: HoursFound, piece: Piece, line: LinePassage): void {
  const { calendars } = desk.draft
  const name = isRoundTheClock(found.text) ? 'around-the-clock' : 'hours'
  const wanted =
    found.side === undefined
      ? name === 'hours'
        ? 'business-hours'
        : name
      : `${found.side}-${name}`
  const id = freeIdentifier(wanted, (one) => calendars.some((calendar) => calendar.id === one))
  const country = holidayCountry(found.text)
  // "Mon–Fri 8–18" and "Sat 9–13" under each other are one week.
  const last = calendars.at(-1)
  if (
    last !== undefined &&
    desk.hours.under === line.context.section &&
    last.timeZone === found.zone.zone &&
    last.side === found.side &&
    !Object.keys(found.week).some((day) => day in last.week)
  ) {
    const week = { ...last.week, ...found.week }
    last.week = Object.fromEntries(
      weekdays.flatMap((day) => (week[day] === undefined ? [] : [[day, week[day]]])),
    )
    takeSentence(desk, line, piece, `/calendars/${calendars.length - 1}`)
    return
  }
  desk.hours.under = line.context.section
  const isSecond = found.side !== undefined && calendars.some((one) => one.side === found.side)
  const calendar: Draft['calendars'][number] = {
    id,
    title: clipLine(sentenceCase(id.replaceAll('-', ' '))),
    ...(found.side === undefined || isSecond ? {} : { side: found.side }),
    timeZone: found.zone.zone,
    week: found.week,
    ...(country === undefined ? {} : { holidaySources: [{ country }] }),
  }
  const path = `/calendars/${calendars.push(calendar) - 1}`
  takeSentence(desk, line, piece, path)
  if (found.zone.doubt !== undefined) desk.ledger.doubt(piece, found.zone.doubt, `${path}/timeZone`)
  if (found.side !== undefined) doubtPronoun(desk, found.text, piece)
  if (found.side === undefined)
    desk.ledger.doubt(piece, 'the document does not say whose hours these are', path)
  if (/holiday|feiertag/i.test(found.text)) {
    desk.ledger.doubt(
      piece,
      country === undefined
        ? 'holidays are mentioned without a country; their dates are missing'
        : `holidays of ${country}; their dates are not resolved yet, and regions differ`,
      path,
    )
    if (country === undefined) desk.ledger.leave(piece, piece.text)
  }
}

const countries: readonly (readonly [string, RegExp])[] = [
  ['DE', /german|deutsch|bavaria|bayern|hesse|berlin/],
  ['AT', /austria|österreich/],
  ['CH', /switzerland|swiss|schweiz/],
  ['GB', /united kingdom|\buk\b|england|britain|british|scotland|wales/],
  ['IE', /ireland|irish/],
  ['US', /united states|\bu\.?s\.?a?\.?\b|federal holiday/],
  ['CA', /canad/],
  ['FR', /france|french/],
  ['ES', /spain|spanish/],
  ['IT', /ital(?:y|ian)/],
  ['NL', /netherlands|dutch/],
  ['BE', /belgi/],
  ['PL', /poland|polish/],
  ['SE', /swed/],
  ['NO', /norw/],
  ['DK', /denmark|danish/],
  ['FI', /finland|finnish/],
  ['AU', /austral(?!ia\/)/],
  ['NZ', /new zealand/],
  ['JP', /japan/],
  ['SG', /singapore/],
  ['IN', /\bindia/],
  ['BR', /brazil/],
  ['ZA', /south africa/],
]

function holidayCountry(text: string): string | undefined {
  const near = /[^.;,]{0,40}(?:holiday|feiertag)[^.;]{0,60}/.exec(fold(text))?.[0]
  if (near === undefined) return undefined
  const named = countries.filter(([, form]) => form.test(near))
  return named.length === 1 ? named[0]?.[0] : undefined
}
