/**
 * `entente calendar explain`: why a deadline falls where it falls, or what a span counts, day by day.
 * Local times are read on the wall clock of the calendar. A target without a basis is read as business time, as the
 * standard template has it, and the answer says so.
 */
import { accepted, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import type { BusinessCalendar } from '@entente/domain/time/business-calendar.ts'
import {
  explainBetween,
  explainDeadline,
  type Explanation,
} from '@entente/domain/time/explanation.ts'
import type { ExplainedDay } from '@entente/domain/time/explained-day.ts'
import { readTarget, targetText, type SettledTarget } from '@entente/domain/time/target.ts'
import { readArguments } from '../arguments.ts'
import type { CliOutput } from '../output.ts'
import { exitCode, refuse } from '../refusals.ts'
import { chosenCalendar } from './chosen-calendar.ts'
import { dayTable, hoursText, instantJson, instantText } from './explanation-text.ts'
import { readInstant } from './local-time.ts'
import { placeHolidays } from './place-holidays.ts'

const form = {
  command: 'calendar explain',
  operands: { name: 'CALENDAR_OR_AGREEMENT.yaml', required: 1, most: 1 },
  options: {
    calendar: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    target: { type: 'string' },
    country: { type: 'string' },
    state: { type: 'string' },
    region: { type: 'string' },
  },
} as const

/** What was asked, read; the notes are for people. */
interface Answer {
  readonly explanation: Explanation
  readonly target?: SettledTarget
  readonly notes: readonly string[]
}

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const { values, operands } = read.value
  const added = await placeHolidays(values, [values.from, values.to])
  if (!added.ok) return refuse(out, [added.refusal])
  const chosen = await chosenCalendar(operands[0] ?? '', values.calendar, added.value)
  if (!chosen.ok) return refuse(out, chosen.refusal.refusals)
  const answer = answerTo(values, chosen.value.calendar)
  if (!answer.ok) return refuse(out, [answer.refusal])
  if (out.json) out.stdout(`${JSON.stringify(jsonOf(answer.value), null, 2)}\n`)
  else printAnswer(answer.value, chosen.value.name, out)
  return exitCode.holds
}

interface Question {
  readonly from?: string
  readonly to?: string
  readonly target?: string
}

const answerTo = (question: Question, calendar: BusinessCalendar): Result<Answer, Refusal> => {
  if (
    question.from === undefined ||
    (question.to === undefined) === (question.target === undefined)
  ) {
    const refusal = {
      code: 'arguments.incomplete-question',
      sentence: 'It takes a start, and either a target or an end.',
      fix: 'Write --from "2026-11-20 16:30" --target "4 business hours", or --from … --to ….',
    }
    return { ok: false, refusal }
  }
  const from = readInstant('from', question.from, calendar.timeZone)
  if (!from.ok) return from
  const notes = from.value.note === undefined ? [] : [from.value.note]
  if (question.to !== undefined) {
    const to = readInstant('to', question.to, calendar.timeZone)
    if (!to.ok) return to
    if (to.value.note !== undefined) notes.push(to.value.note)
    return accepted({ explanation: explainBetween(calendar, from.value.at, to.value.at), notes })
  }
  const read = readTarget(question.target ?? '')
  if (!read.ok) return read
  const { basis } = read.value
  if (basis === undefined) notes.push('The target names no basis; it is read as business time.')
  const target: SettledTarget = { ...read.value, basis: basis ?? 'business' }
  const explanation = explainDeadline(target, calendar, from.value.at)
  return accepted({ explanation, target, notes })
}

const printAnswer = (
  { explanation, target, notes }: Answer,
  name: string,
  out: CliOutput,
): void => {
  const { from, to, counted, counts, timeZone } = explanation
  const { bold, dim } = out.colour
  const asked = target
    ? `${targetText(target)} from `
    : `${counts === 'open-time' ? 'Open' : 'All'} time from `
  const end = target ? '' : ` to ${instantText(to, timeZone)}`
  out.stdout(`${bold(`${asked}${instantText(from, timeZone)}${end}`)}\n`)
  out.stdout(`${dim(`Calendar ${name}, ${timeZone}`)}\n\n`)
  out.stdout(`${dayTable(explanation, out.width)}\n`)
  for (const note of [...notes, ...explanation.notes.map(({ text }) => text)]) {
    out.stdout(`${out.colour.yellow('note:')} ${note}\n`)
  }
  const what = counts === 'open-time' ? 'open time' : 'elapsed time'
  const sum = `${hoursText(counted)} hours of ${what}`
  out.stdout(
    target ? `${bold(`Due ${instantText(to, timeZone)}`)}, after ${sum}\n` : `${bold(sum)}\n`,
  )
}

const jsonOf = ({ explanation, target, notes }: Answer): unknown => {
  const { timeZone, counts, from, to, counted, days } = explanation
  return {
    timeZone,
    counts,
    ...(target ? { target: { ...target, text: targetText(target) } } : {}),
    from: instantJson(from, timeZone),
    [target ? 'dueAt' : 'to']: instantJson(to, timeZone),
    milliseconds: counted,
    days: days.map((day) => dayJson(day, timeZone)),
    notes: [...notes.map((text) => ({ code: 'reading', text })), ...explanation.notes],
  }
}

const dayJson = ({ counted, ...day }: ExplainedDay, timeZone: string): unknown => ({
  ...day,
  counted: counted.map((span) => ({
    from: instantJson(span.from, timeZone),
    to: instantJson(span.to, timeZone),
  })),
})
