/**
 * The rows of the matrix: who does it and who answers for it. Exactly one position answers for each activity.
 *
 * A row that only holds ticks is judged as a tick matrix, not as a RACI row: ticked by both sides it is one finding
 * that asks which side is accountable, never also "nobody is accountable" and "nobody is responsible". The answer is
 * a decision of people, so such findings offer choices and no patch.
 */
import type { Finding } from '../agreement/finding.ts'
import { pointer } from '../agreement/pointer.ts'
import type { Responsibility } from '../agreement/responsibilities.ts'
import { otherSide, sides, type Side } from '../identity/side.ts'
import { finding } from './catalogued-finding.ts'
import { drop, set } from './edit.ts'
import { mayAnswer } from './matrix-sides.ts'
import { sideOf, titleOf } from './roster.ts'
import { capitalised, listed, sideName, type Rule, type Subject } from './subject.ts'
import { firstOrUsualPosition, firstPosition } from './usual-positions.ts'

interface Row {
  readonly row: Responsibility
  readonly index: number
  readonly path: string
}

export const auditAccountability: Rule = (subject) =>
  (subject.agreement.responsibilities ?? []).flatMap((row, index) =>
    auditRow(subject, { row, index, path: pointer(['responsibilities', index]) }),
  )

function auditRow(subject: Subject, at: Row): readonly Finding[] {
  const accountable = distinct(at.row.accountable)
  const responsible = at.row.responsible ?? []
  const ticked = new Set(at.row.ticked)
  if (accountable.length === 0 && ticked.size === 2) return [bothSides(subject, at)]
  if (accountable.length === 0 && responsible.length === 0) {
    const [only] = ticked
    return [only === undefined ? emptyRow(subject, at) : sideAlone(subject, at, only)]
  }
  return [
    ...(accountable.length === 0 ? [nobodyAccountable(subject, at)] : []),
    ...(accountable.length > 1 ? [severalAccountable(subject, at)] : []),
    ...(responsible.length === 0 ? [nobodyResponsible(subject, at)] : []),
  ]
}

/** A position that is named twice is one position. */
const distinct = (ids: readonly string[] = []): readonly string[] => [...new Set(ids)]

function bothSides(subject: Subject, at: Row): Finding {
  const { agreement } = subject
  return finding('responsibilities.both-sides-without-accountable', {
    path: at.path,
    what: `${at.row.label} is ticked by both sides, and neither is accountable.`,
    fix: `Decide which side answers for ${at.row.label.toLowerCase()}, and name the position.`,
    choices: sides.map((side) => ({
      id: side,
      label: `Keep it with ${sideName(agreement, side)}; ${sideName(agreement, otherSide(side))} helps`,
      patch: accountableSide(subject, at, side),
    })),
  })
}

/** One side answers and does; the other is consulted where a position of it exists. */
function accountableSide({ agreement, ...context }: Subject, at: Row, side: Side) {
  const subject = { agreement, ...context }
  const first = firstOrUsualPosition(subject, side)
  const helper = firstPosition(subject, otherSide(side))
  const responsible = at.row.responsible ?? []
  return [
    ...first.patch,
    ...set(agreement, ['responsibilities', at.index, 'accountable'], first.id),
    ...(responsible.length === 0
      ? set(agreement, ['responsibilities', at.index, 'responsible'], [first.id])
      : []),
    ...(helper === undefined || responsible.includes(helper) || at.row.consulted !== undefined
      ? []
      : set(agreement, ['responsibilities', at.index, 'consulted'], [helper])),
    ...drop(agreement, ['responsibilities', at.index, 'ticked']),
  ]
}

const emptyRow = (subject: Subject, at: Row): Finding =>
  finding('responsibilities.row-empty', {
    path: at.path,
    what: `${at.row.label}: nobody does it and nobody answers for it.`,
    fix: `Name the position that does ${at.row.label.toLowerCase()} and the one that answers for it, or delete the row.`,
    choices: sides.map((side) => ({
      id: side,
      label: `${sideName(subject.agreement, side)} does it and answers for it`,
      patch: accountableSide(subject, at, side),
    })),
  })

function sideAlone(subject: Subject, at: Row, side: Side): Finding {
  const { agreement } = subject
  const first = mayAnswer(subject, at.row, side) ? firstPosition(subject, side) : undefined
  const fix = `Name the position of ${sideName(agreement, side)} that does it and answers for it`
  return finding('responsibilities.side-without-position', {
    path: at.path,
    what: `${at.row.label} belongs to ${sideName(agreement, side)}, but no position is named.`,
    fix: first === undefined ? `${fix}.` : `${fix}: ${titleOf(agreement, first)}.`,
    ...(first === undefined
      ? {
          choices: [
            {
              id: side,
              label: `${capitalised(sideName(agreement, side))} names a position of its own`,
              patch: accountableSide(subject, at, side),
            },
          ],
        }
      : { patch: accountableSide(subject, at, side) }),
  })
}

function nobodyAccountable(subject: Subject, at: Row): Finding {
  const { agreement } = subject
  const responsible = at.row.responsible ?? []
  const [first, ...others] = responsible
  const side = first === undefined ? undefined : sideOf(agreement, first)
  const isPlain = others.length === 0 && side !== undefined && mayAnswer(subject, at.row, side)
  const only = isPlain ? first : undefined
  const place = ['responsibilities', at.index, 'accountable']
  return finding('responsibilities.no-accountable', {
    path: at.path,
    what: `${at.row.label}: nobody answers for it.`,
    fix:
      only !== undefined
        ? `Make ${titleOf(agreement, only)} accountable: who alone does it can also answer for it.`
        : 'Name the one position that answers for it.',
    ...(only !== undefined
      ? { patch: set(agreement, place, only) }
      : {
          choices: responsible.map((id) => ({
            id,
            label: `${titleOf(agreement, id)} answers for it`,
            patch: set(agreement, place, id),
          })),
        }),
  })
}

function severalAccountable({ agreement }: Subject, at: Row): Finding {
  const accountable = distinct(at.row.accountable)
  const responsible = at.row.responsible ?? []
  return finding('responsibilities.several-accountable', {
    path: `${at.path}/accountable`,
    what: `${at.row.label}: ${listed(accountable.map((id) => titleOf(agreement, id)))} are all accountable.`,
    fix: 'Keep one; the others become responsible.',
    choices: accountable.map((id) => ({
      id,
      label: `${titleOf(agreement, id)} answers for it`,
      patch: [
        ...set(agreement, ['responsibilities', at.index, 'accountable'], id),
        ...set(
          agreement,
          ['responsibilities', at.index, 'responsible'],
          [...new Set([...responsible, ...accountable.filter((other) => other !== id)])],
        ),
      ],
    })),
  })
}

function nobodyResponsible({ agreement }: Subject, at: Row): Finding {
  const accountable = at.row.accountable ?? []
  return finding('responsibilities.no-responsible', {
    path: at.path,
    what: `${at.row.label}: ${listed(accountable.map((id) => titleOf(agreement, id)))} ${accountable.length === 1 ? 'answers' : 'answer'} for it, but nobody does it.`,
    fix: 'Name the position that does it; until there is another one, that is the accountable one.',
    patch: set(agreement, ['responsibilities', at.index, 'responsible'], accountable.slice(0, 1)),
  })
}
