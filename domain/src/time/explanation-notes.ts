import { day, type EpochMs, type PlainDate } from '../kernel/instant.ts'
import type { BusinessCalendar } from './business-calendar.ts'
import { businessDaysAfter, type DayHold } from './deadline.ts'
import type { Counting } from './explained-day.ts'
import { isWithinHorizon } from './horizon.ts'
import { plainDateOf } from './local-date.ts'
import { targetText, type SettledTarget } from './target.ts'

/** What a reader should know beside the days of an explanation. `text` is one English sentence. */
export interface ExplanationNote {
  readonly code:
    | 'start-moved-to-opening'
    | 'held-at-opening'
    | 'held-at-break'
    | 'held-at-closing'
    | 'same-local-time'
    | 'holidays-unresolved'
    | 'backwards'
    | 'beyond-horizon'
  readonly text: string
}

const heldText: Readonly<Record<DayHold, string>> = {
  opening: 'The same local time lies before the opening of that day, so the opening counts.',
  break:
    'The same local time falls into a break of that day, so the end of the interval before it counts.',
  closing: 'The same local time lies after the closing of that day, so the closing counts.',
}

/** How the target's own rule found the due instant. */
export const targetNotes = (
  target: SettledTarget,
  calendar: BusinessCalendar,
  from: EpochMs,
): ExplanationNote[] => {
  if (target.basis === 'elapsed') return []
  const notes: ExplanationNote[] = []
  if (target.basis === 'business' && calendar.nextOpen(from) !== from) {
    const text = 'The start lies outside opening hours, so counting begins at the next opening.'
    notes.push({ code: 'start-moved-to-opening', text })
  }
  if (target.unit !== 'days') return notes
  const result = target.basis === 'business' && businessDaysAfter(calendar, from, target.amount)
  const due = result ? result.dueAt : undefined
  const where =
    due === undefined
      ? `${target.amount} dates later`
      : `on business day ${target.amount} after the start, ${dateOf(calendar, due)}`
  const text = `${targetText(target)}: the same local time ${where}.`
  notes.push({ code: 'same-local-time', text })
  if (result && result.held)
    notes.push({ code: `held-at-${result.held}`, text: heldText[result.held] })
  return notes
}

/** What limits the answer, whatever was asked. */
export const spanNotes = (
  calendar: BusinessCalendar,
  counting: Counting,
  lastDate: PlainDate,
  span: { readonly from: EpochMs; readonly to: EpochMs },
): ExplanationNote[] => {
  const notes: ExplanationNote[] = []
  const until = calendar.holidaysResolvedUntil
  if (counting === 'open-time' && until !== undefined && lastDate > until) {
    const text = `Holidays are known until ${until}; after that date weekly hours alone count.`
    notes.push({ code: 'holidays-unresolved', text })
  }
  if (!isWithinHorizon(span.from) || !isWithinHorizon(span.to)) {
    const text = 'The span leaves the years 1800 to 2399, in which calendars are answered.'
    notes.push({ code: 'beyond-horizon', text })
  }
  return notes
}

const dateOf = (calendar: BusinessCalendar, at: EpochMs): PlainDate =>
  plainDateOf(Math.floor(calendar.zone.localOf(at) / day))
