import { sides } from '../identity/side.ts'
import type { Agreement } from './agreement.ts'
import type { Finding } from './finding.ts'
import { referenceFinding } from './named-things.ts'

/** Places that each can be read and together cannot be run: two targets for one promise, an end before its start. */
export const contradictions = (agreement: Agreement): readonly Finding[] => [
  ...targetsTwice(agreement),
  ...promisesTwice(agreement),
  ...laddersTwice(agreement),
  ...reversedSpans(agreement),
  ...modelMix(agreement),
  ...amendedVersion(agreement),
]

const targetsTwice = (agreement: Agreement): readonly Finding[] =>
  (agreement.targets ?? []).flatMap((row, index) =>
    row.target === undefined || row.byPriority === undefined
      ? []
      : [
          referenceFinding('references.target-twice', 'targets', ['targets', index, 'target'], {
            what: `${row.kind} has one target for every priority and a target for each priority.`,
            why: 'Each side will count by the one that suits it.',
            fix: 'Keep "target" or "byPriority", and delete the other.',
          }),
        ],
  )

/** Two rows bind one side to one kind: which of them counts is a dispute waiting. */
function promisesTwice(agreement: Agreement): readonly Finding[] {
  const first = new Map<string, number>()
  return (agreement.targets ?? []).flatMap((row, index) => {
    if (row.percentile !== undefined && row.target === undefined && row.byPriority === undefined) {
      return []
    }
    const bound = row.owedBy === undefined || row.owedBy === 'both' ? sides : [row.owedBy]
    const keys = bound.map((side) => `${side} ${row.kind} ${row.recurring ?? ''}`)
    const earlier = keys.map((key) => first.get(key)).find((at) => at !== undefined)
    for (const key of keys) if (!first.has(key)) first.set(key, index)
    if (earlier === undefined) return []
    return [
      referenceFinding('references.promise-twice', 'targets', ['targets', index], {
        what: `${row.kind} has two rows of targets for the same side, number ${earlier + 1} and number ${index + 1}.`,
        why: 'Each side will count by the one that suits it.',
        fix: 'Join the two rows, or say with "owedBy" which side each of them binds.',
      }),
    ]
  })
}

function laddersTwice(agreement: Agreement): readonly Finding[] {
  const first = new Map<string, number>()
  return (agreement.ladders ?? []).flatMap((ladder, index) => {
    const keys = (ladder.kinds ?? ['']).map((kind) => `${ladder.side} ${kind}`)
    const twice = keys.find((key) => first.has(key))
    for (const key of keys) first.set(key, index)
    if (twice === undefined) return []
    const kind = twice.slice(ladder.side.length + 1)
    return [
      referenceFinding('references.ladder-twice', 'ladders', ['ladders', index], {
        what: `The ${ladder.side} has two ladders for ${kind === '' ? 'every kind of commitment' : kind}.`,
        why: 'Nobody can say who is called first.',
        fix: 'Join the two, or name with "kinds" what each is for.',
      }),
    ]
  })
}

function reversedSpans(agreement: Agreement): readonly Finding[] {
  const spans = [
    ...(agreement.people ?? []).flatMap((person, index) =>
      (person.absences ?? []).map(({ from, until }, at) => ({
        what: `The absence of ${person.name}`,
        path: ['people', index, 'absences', at, 'until'],
        from,
        until,
      })),
    ),
    ...(agreement.positions ?? []).flatMap((position, index) =>
      (position.holders ?? []).map(({ person, from, until }, at) => ({
        what: `The time for which "${person}" holds "${position.title}"`,
        path: ['positions', index, 'holders', at, 'until'],
        from,
        until,
      })),
    ),
  ]
  return spans.flatMap(({ what, path, from, until }) =>
    from === undefined || until === undefined || from <= until
      ? []
      : [
          referenceFinding('references.ends-before-start', 'people', path, {
            what: `${what} ends on ${until}, before it starts on ${from}.`,
            why: 'It never applies.',
            fix: 'Exchange the two dates, or correct one.',
          }),
        ],
  )
}

function modelMix(agreement: Agreement): readonly Finding[] {
  const shares = Object.values(agreement.parties.partner.models ?? {})
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0)
  if (shares.length === 0 || Math.abs(sum - 100) < 0.01) return []
  return [
    referenceFinding('references.mix-not-100', 'scope', ['parties', 'partner', 'models'], {
      what: `The partner's models add up to ${Number(sum.toFixed(2))} percent.`,
      why: 'Shares that are not a whole cannot be compared with those of other partners.',
      fix: 'Make service, development, transaction and ecosystem add up to 100.',
    }),
  ]
}

function amendedVersion(agreement: Agreement): readonly Finding[] {
  const version = agreement.version ?? 1
  const amended = agreement.amends?.version
  if (amended === undefined || amended === version - 1) return []
  return [
    referenceFinding('references.version-order', 'acceptance', ['amends', 'version'], {
      what: `Version ${version} says that it amends version ${amended}.`,
      why: 'What applied on a date can be answered only while each version follows the one before it.',
      fix:
        version > 1
          ? `Amend version ${version - 1}, or give this one the number ${amended + 1}.`
          : `Give this version the number ${amended + 1}.`,
    }),
  ]
}
