import type { AgreementLadder } from '../agreement/ladders.ts'
import { pointer } from '../agreement/pointer.ts'
import type { Side } from '../identity/side.ts'
import { owingSides, sidesThatOwe } from './calendar-of-side.ts'
import { finding } from './catalogued-finding.ts'
import { defaultLevels } from './default-terms.ts'
import { append, drop, set } from './edit.ts'
import { auditLadderCalls } from './ladder-calls.ts'
import { auditLadderLevels } from './ladder-levels.ts'
import { auditLadderTriggers } from './ladder-triggers.ts'
import { listed, sideName, type Rule, type Subject } from './subject.ts'
import { addPositions } from './usual-positions.ts'

/** Section 4: for each side that owes something, who is called when it is late, and when. */
export const auditLadders: Rule = (subject) => [
  ...sidesWithoutLadder(subject),
  ...uncoveredKinds(subject),
  ...laddersWithoutLevels(subject),
  ...auditLadderLevels(subject),
  ...auditLadderTriggers(subject),
  ...auditLadderCalls(subject),
]

/** The operations that add what the usual levels name; nothing can be added where another side has such a position. */
function positionsForLevels({ agreement }: Subject, side: Side) {
  const ids = defaultLevels(side).flatMap((level) => level.position ?? [])
  const isTaken = ids.some((id) =>
    agreement.positions?.some((position) => position.id === id && position.side !== side),
  )
  return isTaken ? undefined : addPositions(agreement, side, ids)
}

const sidesWithoutLadder: Rule = (subject) => {
  const { agreement } = subject
  return [...sidesThatOwe(agreement)]
    .filter((side) => !agreement.ladders?.some((ladder) => ladder.side === side))
    .map((side) => {
      const positions = positionsForLevels(subject, side)
      const levels = defaultLevels(side)
      return finding('ladders.missing', {
        path: '/ladders',
        what: `Nobody is called when ${sideName(agreement, side)} is late.`,
        fix: `Add a ladder for ${sideName(agreement, side)}: ${listed(levels.map((level) => `${level.position} ${level.trigger}`))}.`,
        patch:
          positions === undefined
            ? []
            : [...positions, ...append(agreement, ['ladders'], [{ side, levels }])],
      })
    })
}

/** Ladders may be limited to kinds; then together they must cover all that their side owes. */
const uncoveredKinds: Rule = ({ agreement }) => {
  const ladders = agreement.ladders ?? []
  return (['vendor', 'partner'] as const).flatMap((side) => {
    const own = ladders.filter((ladder) => ladder.side === side)
    if (own.length === 0 || own.some((ladder) => ladder.kinds === undefined)) return []
    const covered = new Set(own.flatMap((ladder) => ladder.kinds ?? []))
    const kinds = new Set(
      (agreement.targets ?? [])
        .filter((row) => owingSides(row).includes(side) && !covered.has(row.kind))
        .map((row) => row.kind),
    )
    const [only, ...others] = own
    if (kinds.size === 0 || only === undefined) return []
    return [
      finding('ladders.kind-uncovered', {
        path: pointer(['ladders', ladders.indexOf(only), 'kinds']),
        what: `No ladder of ${sideName(agreement, side)} covers ${listed([...kinds])}.`,
        fix: 'Let one ladder of the side stand for every kind, or name the kinds.',
        patch:
          others.length === 0 ? drop(agreement, ['ladders', ladders.indexOf(only), 'kinds']) : [],
      }),
    ]
  })
}

const laddersWithoutLevels: Rule = (subject) =>
  (subject.agreement.ladders ?? []).flatMap((ladder: AgreementLadder, index) => {
    if (ladder.levels.length > 0) return []
    const positions = positionsForLevels(subject, ladder.side)
    return [
      finding('ladders.levels-missing', {
        path: pointer(['ladders', index, 'levels']),
        what: `The ladder of ${sideName(subject.agreement, ladder.side)} has no levels.`,
        fix: 'Add the levels, each with a position and a trigger.',
        patch:
          positions === undefined
            ? []
            : [
                ...positions,
                ...set(subject.agreement, ['ladders', index, 'levels'], defaultLevels(ladder.side)),
              ],
      }),
    ]
  })
