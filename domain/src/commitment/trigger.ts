import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'
import { readTarget, targetText } from '../time/target.ts'

/**
 * When a level of a ladder is called. `share` is a percentage of the budget; 100 is the due instant, whatever the
 * budget says. Offsets and waits are counted on the clock's own line, so their units name no basis.
 */
export type Trigger =
  | { readonly type: 'share'; readonly percent: number }
  | {
      readonly type: 'before-due' | 'after-due'
      readonly amount: number
      readonly unit: TriggerUnit
    }
  /** No acknowledgement from the level below within the span since it was called. */
  | { readonly type: 'unacknowledged'; readonly amount: number; readonly unit: TriggerUnit }

export type TriggerUnit = 'minutes' | 'hours' | 'days'

export interface TriggerRefusal extends Refusal {
  readonly code: 'trigger.unreadable' | 'trigger.percent-out-of-range' | 'trigger.names-basis'
  readonly field: 'trigger'
  readonly value: string
}

const forms =
  '"75 %", "at breach", "2 hours before due", "1 day after due" or "1 hour without acknowledgement"'

const atBreach =
  /^(?:at |on |upon |when )?(?:the )?(?:breach(?:ed)?|due|due (?:instant|time|date))$/
const share =
  /^(?:at )?(-?\d+(?:[.,]\d+)?) ?(?:%|per ?cent|percent)(?: of (?:the )?(?:budget|target|time|sla))?$/
const offset =
  /^(.+?) (before|after|past) (?:it is |the )?(?:due|breach|deadline|due (?:instant|time|date))$/
const silence =
  /^(.+?) (?:without (?:an? )?(?:acknowledge?ment|answer from (?:the )?level below)|unacknowledged)$/
const silenceAfter = /^(?:no acknowledge?ment|unacknowledged) (?:after|for|within|in) (.+)$/

/**
 * Reads a trigger as people write it; case and spacing do not matter. Refuses what it does not know, percentages
 * outside 1 to 1000, and a basis ("business", "elapsed"), because the clock already has one.
 */
export function readTrigger(text: string): Result<Trigger, TriggerRefusal> {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (words.length > 100) return unreadable(`${text.slice(0, 40)}…`)
  if (atBreach.test(words)) return accepted({ type: 'share', percent: 100 })
  const percent = share.exec(words)?.[1]
  if (percent !== undefined) return readShare(text, Number(percent.replace(',', '.')))
  const [, before, side] = offset.exec(words) ?? []
  if (before !== undefined) {
    return readSpan(text, before, side === 'before' ? 'before-due' : 'after-due')
  }
  const silent = silence.exec(words)?.[1] ?? silenceAfter.exec(words)?.[1]
  return silent === undefined ? unreadable(text) : readSpan(text, silent, 'unacknowledged')
}

/** The field's own words, which `readTrigger` reads back: `75 %`, `at breach`, `1 day after due`. */
export function triggerText(trigger: Trigger): string {
  switch (trigger.type) {
    case 'share':
      return trigger.percent === 100 ? 'at breach' : `${trigger.percent} %`
    case 'before-due':
      return `${targetText(trigger)} before due`
    case 'after-due':
      return `${targetText(trigger)} after due`
    case 'unacknowledged':
      return `${targetText(trigger)} without acknowledgement`
  }
  return trigger satisfies never
}

function readShare(text: string, percent: number): Result<Trigger, TriggerRefusal> {
  if (percent >= 1 && percent <= 1000) return accepted({ type: 'share', percent })
  return refused({
    code: 'trigger.percent-out-of-range',
    field: 'trigger',
    value: text,
    sentence: `"${text}" is not a share of a budget at which anybody could be called.`,
    fix: 'Give a percentage from 1 to 1000; 100 % is the breach.',
  })
}

function readSpan(
  text: string,
  span: string,
  type: Exclude<Trigger['type'], 'share'>,
): Result<Trigger, TriggerRefusal> {
  const target = readTarget(span)
  if (!target.ok) {
    const { sentence, fix } = target.refusal
    return refused({ code: 'trigger.unreadable', field: 'trigger', value: text, sentence, fix })
  }
  const { amount, unit, basis } = target.value
  if (basis === undefined) return accepted({ type, amount, unit })
  return refused({
    code: 'trigger.names-basis',
    field: 'trigger',
    value: text,
    sentence: `"${text}" names a basis, but a trigger counts on the calendar of its clock.`,
    fix: `Leave out "${basis}": ${triggerText({ type, amount, unit })}.`,
  })
}

const unreadable = (text: string): Result<Trigger, TriggerRefusal> =>
  refused({
    code: 'trigger.unreadable',
    field: 'trigger',
    value: text,
    sentence: `"${text}" does not say when a level is called.`,
    fix: `Write ${forms}.`,
  })
