import { standardPriorities } from '../agreement/standard-times.ts'
import { pointer } from '../agreement/pointer.ts'
import { knownKinds, promiseOf } from '../commitment/kind.ts'
import { otherSide } from '../identity/side.ts'
import { nearest } from '../kernel/nearest.ts'
import { calendarsOfRow, usualWeekOf } from './calendar-of-side.ts'
import { finding } from './catalogued-finding.ts'
import { boundRow, defaultTarget, defaultTargetFor } from './default-terms.ts'
import { append, drop, set } from './edit.ts'
import { auditExpectedKinds } from './expected-kinds.ts'
import { compareWhenDue } from './target-comparison.ts'
import { sideName, type Rule, type Subject } from './subject.ts'
import { readTarget } from '../time/target.ts'

/** Which promises have a time at all. */
export const auditTargetPresence: Rule = (subject) => {
  const rows = subject.agreement.targets ?? []
  if (rows.length === 0) return [noTargets(subject)]
  return [
    ...casesWithout(subject),
    ...auditExpectedKinds(subject),
    ...rowsWithoutTime(subject),
    ...unknownKinds(subject),
    ...oneSided(subject),
  ]
}

function noTargets({ agreement }: Subject) {
  const rows = ['case.response', 'case.resolution'].map((kind) => defaultTargetFor(agreement, kind))
  return finding('targets.missing', {
    path: '/targets',
    what: 'The agreement promises no time for anything.',
    fix: `Start from the usual times of response and resolution: ${usualTimes()}.`,
    patch: rows.includes(undefined)
      ? []
      : [
          ...((agreement.priorities ?? []).length > 0
            ? []
            : set(agreement, ['priorities'], standardPriorities)),
          ...set(agreement, ['targets'], rows),
        ],
  })
}

/** "critical 4 business hours and 24 business hours, high …", as the template has them. */
function usualTimes(): string {
  const [response, resolution] = ['case.response', 'case.resolution'].map(
    (kind) => defaultTarget(kind)?.byPriority ?? {},
  )
  const times = standardPriorities.map(
    ({ id }) => `${id} ${wordsOf(response?.[id])} and ${wordsOf(resolution?.[id])}`,
  )
  return times.join(', ')
}

/** The template writes every time in words. */
const wordsOf = (time: unknown): string => (typeof time === 'string' ? time : 'no time')

/** The two promises about cases, which every partnership needs. */
const casesWithout: Rule = (subject) => {
  const has = (kind: string): boolean =>
    subject.agreement.targets?.some((row) => row.kind === kind) ?? false
  if (!has('case.response')) {
    return [
      finding('targets.response-missing', {
        path: '/targets',
        what: 'The agreement has no time for the first response to a case.',
        fix: 'Add a row case.response with a time for each priority.',
        patch: caseRow(subject, 'case.response'),
      }),
    ]
  }
  if (has('case.resolution')) return []
  return [
    finding('targets.resolution-missing', {
      path: '/targets',
      what: 'A first response is promised (case.response), but no resolution (case.resolution).',
      fix: 'Add a row case.resolution with a time for each priority.',
      patch: caseRow(subject, 'case.resolution'),
    }),
  ]
}

/** The row of the template, if it fits the priorities of the agreement and does not contradict the other row. */
function caseRow({ agreement }: Subject, kind: 'case.response' | 'case.resolution') {
  const isResponse = kind === 'case.response'
  const usual = defaultTargetFor(agreement, kind)
  if (usual === undefined || (agreement.priorities ?? []).length === 0) return []
  const other = agreement.targets?.find(
    (row) => row.kind === (isResponse ? 'case.resolution' : 'case.response'),
  )
  const calendars =
    other === undefined
      ? []
      : calendarsOfRow(agreement, other).flatMap((one) => usualWeekOf(one) ?? [])
  const fits = Object.entries(usual.byPriority ?? {}).every(([id, text]) => {
    const own = typeof text === 'string' ? readTarget(text) : undefined
    const beside = other?.byPriority?.[id] ?? other?.target
    if (own?.ok !== true) return false
    if (beside === undefined) return true
    const [response, resolution] = isResponse ? [own.value, beside] : [beside, own.value]
    return compareWhenDue(response, resolution, calendars).outcome === 'sooner'
  })
  if (!fits) return []
  return append(
    agreement,
    ['targets'],
    [
      {
        ...usual,
        ...(other?.owedBy !== undefined && { owedBy: other.owedBy }),
        ...(other?.calendar !== undefined && { calendar: other.calendar }),
      },
    ],
  )
}

const rowsWithoutTime: Rule = ({ agreement }) =>
  (agreement.targets ?? []).flatMap((row, index) => {
    const hasTime = row.target ?? row.percentile ?? Object.keys(row.byPriority ?? {})[0]
    if (hasTime !== undefined) return []
    const known = defaultTarget(row.kind)?.target
    const usual = typeof known === 'string' ? known : undefined
    const isAgain =
      agreement.targets?.some((other, at) => at !== index && other.kind === row.kind) ?? false
    return [
      finding('targets.row-without-time', {
        path: pointer(['targets', index]),
        what: `The row ${row.kind} has no time.`,
        fix:
          usual === undefined
            ? 'Write a target, or one for each priority, or delete the row.'
            : `Write a target, for example "${usual}".`,
        patch: isAgain
          ? drop(agreement, ['targets', index])
          : usual === undefined
            ? []
            : set(agreement, ['targets', index, 'target'], usual),
      }),
    ]
  })

const unknownKinds: Rule = ({ agreement }) =>
  (agreement.targets ?? []).flatMap((row, index) => {
    if (knownKinds.includes(row.kind)) return []
    const nearName = nearest(row.kind, knownKinds)
    const near = knownKinds.find((kind) => kind === nearName)
    const free = near !== undefined && !agreement.targets?.some((other) => other.kind === near)
    return [
      finding('targets.kind-unknown', {
        path: pointer(['targets', index, 'kind']),
        what: `No area opens work of the kind "${row.kind}".`,
        fix:
          near === undefined
            ? `Use a kind that an area opens, for example one of ${knownKinds.slice(0, 4).join(', ')}.`
            : `Did you mean ${near}?`,
        patch:
          free && promiseOf(near) === promiseOf(row.kind)
            ? set(agreement, ['targets', index, 'kind'], near)
            : [],
      }),
    ]
  })

const oneSided: Rule = ({ agreement }) => {
  const owing = new Set(agreement.targets?.map((row) => row.owedBy ?? 'both'))
  const [only] = owing
  if (owing.size !== 1 || only === undefined || only === 'both') return []
  const other = otherSide(only)
  const answer = boundRow(agreement, 'request.answer')
  const binds = answer?.owedBy === 'both' || answer?.owedBy === other
  const promised = agreement.targets?.some((row) => row.kind === 'request.answer') ?? false
  return [
    finding('targets.one-sided', {
      path: '/targets',
      what: `Every time is owed by ${sideName(agreement, only)}; ${sideName(agreement, other)} owes none.`,
      fix: `Say what ${sideName(agreement, other)} owes by a time, at least the answer to a request.`,
      patch: promised || !binds ? [] : append(agreement, ['targets'], [answer]),
    }),
  ]
}
