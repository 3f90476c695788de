import type { Agreement } from '../agreement/agreement.ts'
import type { Choice, Finding } from '../agreement/finding.ts'
import { pointer } from '../agreement/pointer.ts'
import type { TargetRow } from '../agreement/targets.ts'
import { promiseOf } from '../commitment/kind.ts'
import { targetText, type Target } from '../time/target.ts'
import { calendarsOfRow, usualWeekOf } from './calendar-of-side.ts'
import { finding } from './catalogued-finding.ts'
import { defaultDefinition } from './default-terms.ts'
import { set } from './edit.ts'
import { assumption, compareWhenDue, exampleText, type Comparison } from './target-comparison.ts'
import type { Rule } from './subject.ts'

/** Times by priority: each has one, and the more urgent is never due later. Priorities stand most urgent first. */
export const auditTargetPriorities: Rule = (subject) => [
  ...undefinedPriorities(subject),
  ...(subject.agreement.targets ?? []).flatMap((row, index) =>
    [prioritiesWithoutTarget, wrongOrder, allTheSame].flatMap((rule) =>
      rule(subject.agreement, row, index),
    ),
  ),
]

const undefinedPriorities: Rule = ({ agreement }) =>
  (agreement.priorities ?? []).flatMap((priority, index) => {
    if (priority.definition !== undefined) return []
    const usual = defaultDefinition(priority.id)
    return [
      finding('targets.priority-without-definition', {
        path: pointer(['priorities', index]),
        what: `Nothing says when work is "${priority.label}".`,
        fix: `Describe in one sentence when work is "${priority.label}"${usual === undefined ? '.' : `: "${usual}"`}`,
        patch:
          usual === undefined ? [] : set(agreement, ['priorities', index, 'definition'], usual),
      }),
    ]
  })

function prioritiesWithoutTarget(agreement: Agreement, row: TargetRow, index: number) {
  const times = row.byPriority
  if (times === undefined || row.target !== undefined || Object.keys(times).length === 0) return []
  // A workaround is a favour on the way to the resolution: promised for what is urgent, rarely for the rest.
  if (promiseOf(row.kind) === 'workaround') return []
  const priorities = agreement.priorities ?? []
  return priorities.flatMap((priority, at): readonly Finding[] => {
    if (times[priority.id] !== undefined) return []
    const lower = priorities.slice(at + 1).find((one) => times[one.id] !== undefined)
    const higher = priorities.slice(0, at).findLast((one) => times[one.id] !== undefined)
    const donor = lower ?? higher
    const value = donor === undefined ? undefined : times[donor.id]
    const fits = value !== undefined && fitsBesidePartner(agreement, row, priority.id, value)
    return [
      finding('targets.priority-without-target', {
        path: pointer(['targets', index, 'byPriority', priority.id]),
        what: `${priority.label} has no time for ${row.kind}.`,
        fix: fits
          ? `Give ${priority.label} at least the time of ${donor?.label}, ${targetText(value)}.`
          : `Write the time for ${priority.label}.`,
        patch: fits
          ? set(agreement, ['targets', index, 'byPriority', priority.id], targetText(value))
          : [],
      }),
    ]
  })
}

function wrongOrder(agreement: Agreement, row: TargetRow, index: number): readonly Finding[] {
  const timed = timedPriorities(agreement, row)
  const times = ['targets', index, 'byPriority']
  return timed.slice(1).flatMap((less, at) => {
    const more = timed[at]
    if (more === undefined) return []
    const comparison = compare(agreement, row, more.target, less.target)
    const { outcome, example } = comparison
    if (outcome !== 'later' && outcome !== 'sometimes-later') return []
    const choices: Choice[] = []
    if (fitsBesidePartner(agreement, row, more.id, less.target)) {
      choices.push({
        id: 'faster',
        label: `${more.label} gets the time of ${less.label}, ${targetText(less.target)}`,
        patch: set(agreement, [...times, more.id], targetText(less.target)),
      })
    }
    if (fitsBesidePartner(agreement, row, less.id, more.target)) {
      choices.push({
        id: 'slower',
        label: `${less.label} gets the time of ${more.label}, ${targetText(more.target)}`,
        patch: set(agreement, [...times, less.id], targetText(more.target)),
      })
    }
    return [
      finding(
        example === undefined
          ? 'targets.less-urgent-faster'
          : 'targets.less-urgent-faster-in-practice',
        {
          path: pointer([...times, more.id]),
          what: `${row.kind}: ${more.label} has ${targetText(more.target)}, the less urgent ${less.label} only ${targetText(less.target)}${assumption(more.target, less.target)}${exampleText(comparison)}.`,
          fix: `Give ${more.label} at most the time of ${less.label}.`,
          choices,
        },
      ),
    ]
  })
}

function allTheSame(agreement: Agreement, row: TargetRow, index: number): readonly Finding[] {
  const timed = timedPriorities(agreement, row)
  const texts = new Set(timed.map(({ target }) => targetText(target)))
  const [only] = texts
  if (timed.length < 2 || texts.size !== 1 || only === undefined) return []
  return [
    finding('targets.same-for-all-priorities', {
      path: pointer(['targets', index, 'byPriority']),
      what: `${row.kind}: every priority has ${only}.`,
      fix: 'Give the more urgent ones less time, or write one target for all.',
    }),
  ]
}

function timedPriorities(agreement: Agreement, row: TargetRow) {
  return (agreement.priorities ?? []).flatMap(({ id, label }) => {
    const target = row.byPriority?.[id]
    return target === undefined ? [] : [{ id, label, target }]
  })
}

const compare = (agreement: Agreement, row: TargetRow, a: Target, b: Target): Comparison =>
  compareWhenDue(
    a,
    b,
    calendarsOfRow(agreement, row).flatMap((one) => usualWeekOf(one) ?? []),
  )

/** Whether a new time would leave the response before the resolution of the same priority. */
function fitsBesidePartner(
  agreement: Agreement,
  row: TargetRow,
  id: string,
  target: Target,
): boolean {
  const subject = row.kind.split('.')[0] ?? ''
  const isResponse = row.kind.endsWith('.response')
  if (!isResponse && !row.kind.endsWith('.resolution')) return true
  const partner = `${subject}.${isResponse ? 'resolution' : 'response'}`
  return (agreement.targets ?? [])
    .filter((other) => other.kind === partner)
    .every((other) => {
      const beside = other.byPriority?.[id] ?? other.target
      if (beside === undefined) return true
      const [response, resolution] = isResponse ? [target, beside] : [beside, target]
      return ['sooner', 'same'].includes(compare(agreement, row, response, resolution).outcome)
    })
}
