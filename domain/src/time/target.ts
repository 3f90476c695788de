import { hour, minute, day, type DurationMs } from '../kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'
import { nearest } from '../kernel/nearest.ts'
import {
  knownWords,
  meaningOf,
  wordsOf,
  type TargetBasis,
  type TargetUnit,
} from './target-words.ts'

/**
 * How long something may take. `business` counts open time of a calendar, `elapsed` counts all time (an elapsed day
 * is 24 hours), `calendar` goes with days only: the same local time on the n-th next date. A draft may leave the
 * basis out; the audit then asks for it.
 */
export interface Target {
  readonly amount: number
  readonly unit: TargetUnit
  readonly basis?: TargetBasis | undefined
}

export type { TargetBasis, TargetUnit }

/** A target whose basis is settled, as the engines need it. */
export interface SettledTarget extends Target {
  readonly basis: TargetBasis
}

/** Why a target is refused; `value` is the word or number at fault. */
export interface TargetRefusal extends Refusal {
  readonly code:
    | 'target.unreadable'
    | 'target.unknown-word'
    | 'target.not-positive'
    | 'target.too-long'
    | 'target.not-whole'
    | 'target.calendar-needs-days'
  readonly field: string
  readonly value: string
}

export const unitLength: Readonly<Record<TargetUnit, DurationMs>> = {
  minutes: minute,
  hours: hour,
  days: day,
}

/** Ten years, leap days included: what is longer is a slip of the pen. */
const longest = 3653 * day

/**
 * Reads a target as people write it: "4 business hours", "4h", "5 working days", "24 elapsed hours", "1 hour 30
 * minutes" (which becomes 90 minutes), "next business day". Case does not matter. Two units add up only where both
 * are hours or minutes, or elapsed. Refuses what it does not know, naming the word.
 */
export const readTarget = (text: string): Result<Target, TargetRefusal> => {
  if (text.length > 200) return refused(unreadable(`${text.slice(0, 40)}…`))
  const parts: { amount: number; unit: TargetUnit }[] = []
  let basis: TargetBasis | undefined
  let pending: number | undefined
  for (const word of wordsOf(text)) {
    const meaning = meaningOf(word)
    if (!meaning) return refused(unknownWord(word))
    if (meaning.kind === 'amount') {
      if (pending !== undefined) return refused(unreadable(text))
      pending = meaning.amount
    } else if (meaning.kind === 'unit') {
      if (pending === undefined) return refused(unreadable(text))
      parts.push({ amount: pending, unit: meaning.unit })
      pending = undefined
    } else if (meaning.kind === 'basis') {
      if (basis !== undefined && basis !== meaning.basis) return refused(unreadable(text))
      basis = meaning.basis
    }
  }
  if (pending !== undefined || parts.length === 0) return refused(unreadable(text))
  const sum = summed(parts, basis)
  if (!sum) return refused(unreadable(text))
  return checkTarget(basis === undefined ? sum : { ...sum, basis })
}

/** Checks a target however it was written: positive, at most ten years, whole where only whole days have a meaning. */
export const checkTarget = (target: Target): Result<Target, TargetRefusal> => {
  const { amount, unit, basis } = target
  const refuse = (code: TargetRefusal['code'], field: string, sentence: string, fix: string) =>
    refused({ code, field, value: String(field === 'basis' ? basis : amount), sentence, fix })
  if (basis === 'calendar' && unit !== 'days') {
    return refuse(
      'target.calendar-needs-days',
      'basis',
      `"Calendar" goes with days only, not with ${unit}.`,
      `Write elapsed ${unit} for time that always counts, or business ${unit} for open time.`,
    )
  }
  if (!(amount > 0)) {
    return refuse(
      'target.not-positive',
      'amount',
      `A target of ${amount} ${unit} leaves no time to keep it.`,
      'Give an amount above zero.',
    )
  }
  const length = amount * unitLength[unit]
  if (!(length <= longest)) {
    return refuse(
      'target.too-long',
      'amount',
      `A target of ${amount} ${unit} is longer than ten years.`,
      'Give an amount of at most 3653 days, 87672 hours or 5260320 minutes.',
    )
  }
  if (unit === 'days' && basis !== 'elapsed' && !Number.isInteger(amount)) {
    return refuse(
      'target.not-whole',
      'amount',
      `${amount} is not a whole number of days.`,
      'Give whole days, or hours instead; only elapsed days can be divided.',
    )
  }
  if (Math.abs(length - Math.round(length)) > 1e-6 * length) {
    return refuse(
      'target.not-whole',
      'amount',
      `${amount} ${unit} is not a whole number of milliseconds.`,
      'Give the amount in a smaller unit.',
    )
  }
  return accepted(target)
}

/** The field's own words: `8 business hours`, `1 business day`, `24 elapsed hours`; without a basis `8 hours`. */
export const targetText = ({ amount, unit, basis }: Target): string =>
  [amount, basis, amount === 1 ? unit.slice(0, -1) : unit].filter(Boolean).join(' ')

/**
 * Below zero when `a` allows less time than `b`, above when more, zero when as much. Undefined where only a calendar
 * could tell: another basis, or days beside hours on a basis whose days are not all 24 hours long.
 */
export const compareTargets = (a: Target, b: Target): number | undefined => {
  if (a.basis !== b.basis) return undefined
  const dayBeside = a.unit !== b.unit && (a.unit === 'days' || b.unit === 'days')
  if (dayBeside && a.basis !== 'elapsed') return undefined
  return Math.sign(a.amount * unitLength[a.unit] - b.amount * unitLength[b.unit])
}

/** One unit for all parts: the smallest that occurs. Days add up with others only when elapsed. */
const summed = (
  parts: readonly { amount: number; unit: TargetUnit }[],
  basis: TargetBasis | undefined,
): Target | undefined => {
  const order: readonly TargetUnit[] = ['minutes', 'hours', 'days']
  const unit = order.find((candidate) => parts.some((part) => part.unit === candidate))
  if (!unit) return undefined
  const mixed = parts.some((part) => part.unit !== unit)
  if (new Set(parts.map((part) => part.unit)).size < parts.length) return undefined
  if (mixed && basis !== 'elapsed' && parts.some((part) => part.unit === 'days')) return undefined
  const amount = parts.reduce(
    (sum, part) => sum + part.amount * (unitLength[part.unit] / unitLength[unit]),
    0,
  )
  return { amount, unit }
}

const unreadable = (text: string): TargetRefusal => ({
  code: 'target.unreadable',
  field: 'target',
  value: text,
  sentence: `"${text}" is not a target.`,
  fix: 'Write one amount and one unit, for example "4 business hours", "2 business days", "24 elapsed hours" or "10 calendar days".',
})

const unknownWord = (word: string): TargetRefusal => {
  const near = nearest(word, knownWords)
  const longer = /^(weeks?|months?|quarters?|years?)$/.test(word)
  const advice = longer
    ? 'Say it in days, and whether business or calendar days.'
    : 'The units are minutes, hours and days; the bases are business, elapsed and calendar.'
  return {
    code: 'target.unknown-word',
    field: 'target',
    value: word,
    sentence: `"${word}" is not a word of a target.`,
    fix: near && !longer ? `Did you mean "${near}"?` : advice,
  }
}
