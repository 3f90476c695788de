import type { AgreementLadder } from '../agreement/ladders.ts'
import { pointer } from '../agreement/pointer.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import { holdersOn, neverFilled, personOf, positionOf, positionsInUse, titleOf } from './roster.ts'
import { listed, sideName, type Rule, type Subject } from './subject.ts'
import { ladderPositions } from './default-terms.ts'
import { addPositions } from './usual-positions.ts'

/** The levels of a ladder and the people behind them. */
export const auditLadderLevels: Rule = (subject) => [
  ...(subject.agreement.ladders ?? []).flatMap((ladder, index) =>
    [numbering, withoutPosition, samePosition, samePerson, topOfLadder].flatMap((rule) =>
      rule(subject, ladder, index),
    ),
  ),
  ...emptyLevels(subject),
]

function numbering({ agreement }: Subject, { side, levels }: AgreementLadder, index: number) {
  const numbers = levels.map((level) => level.level).toSorted((a, b) => a - b)
  if (numbers.every((number, at) => number === at + 1)) return []
  const order = levels
    .map((level, at) => ({ level, at }))
    .toSorted((a, b) => a.level.level - b.level.level)
  return [
    finding('ladders.level-gap', {
      path: pointer(['ladders', index, 'levels']),
      what: `The levels of ${sideName(agreement, side)} are numbered ${listed(numbers.map(String))}.`,
      fix: 'Number them 1, 2, 3 … in their order, and look whether a level was lost.',
      patch: order.flatMap(({ level, at }, place) =>
        level.level === place + 1
          ? []
          : set(agreement, ['ladders', index, 'levels', at, 'level'], place + 1),
      ),
    }),
  ]
}

function withoutPosition({ agreement }: Subject, { side, levels }: AgreementLadder, index: number) {
  return levels.flatMap((level, at) => {
    if (level.position !== undefined) return []
    const usual = ladderPositions(side)[level.level - 1]
    const existing = usual === undefined ? undefined : positionOf(agreement, usual.id)
    const isFree =
      usual !== undefined &&
      (existing === undefined || existing.side === side) &&
      !levels.some((other) => other.position === usual.id)
    return [
      finding('ladders.level-without-position', {
        path: pointer(['ladders', index, 'levels', at]),
        what: `Level ${level.level} of ${sideName(agreement, side)} names no position.`,
        fix: isFree
          ? `Name the position that is called, usually the ${usual.title}.`
          : 'Name the position that is called.',
        patch: isFree
          ? [
              ...addPositions(agreement, side, [usual.id]),
              ...set(agreement, ['ladders', index, 'levels', at, 'position'], usual.id),
            ]
          : [],
      }),
    ]
  })
}

function samePosition({ agreement }: Subject, { levels }: AgreementLadder, index: number) {
  const byPosition = Map.groupBy(
    levels.filter((level) => level.position !== undefined),
    (level) => level.position ?? '',
  )
  return [...byPosition]
    .filter(([, own]) => own.length > 1)
    .map(([id, own]) =>
      finding('ladders.same-position-twice', {
        path: pointer(['ladders', index, 'levels']),
        what: `${titleOf(agreement, id)} is called on levels ${listed(own.map((level) => String(level.level)))}.`,
        fix: 'Name a higher position on the upper level, or leave that level out.',
      }),
    )
}

function samePerson({ agreement, today }: Subject, { levels }: AgreementLadder, index: number) {
  const people = levels.flatMap((level) => {
    const position =
      level.position === undefined ? undefined : positionOf(agreement, level.position)
    const [first, ...others] = position === undefined ? [] : holdersOn(position, today)
    return first === undefined || others.length > 0 || position === undefined
      ? []
      : [{ person: first.person, level: level.level, position: position.id }]
  })
  return [...Map.groupBy(people, (one) => one.person)]
    .filter(([, own]) => new Set(own.map((one) => one.position)).size > 1)
    .map(([person, own]) =>
      finding('ladders.same-person-twice', {
        path: pointer(['ladders', index, 'levels']),
        what: `${personOf(agreement, person)?.name ?? person} is called on levels ${listed(own.map((one) => String(one.level)))}.`,
        fix: 'Let somebody else hold the higher position, or leave one level out; until then the person is told once, as the higher.',
      }),
    )
}

const topTitles =
  /\bceo\b|chief|managing director|general manager|president|owner|founder|partner principal|gesch[äa]ftsf|vorstand|inhaber|executive|board/i

function topOfLadder({ agreement }: Subject, { side, levels }: AgreementLadder, index: number) {
  const top = levels.toSorted((a, b) => a.level - b.level).at(-1)
  if (
    top?.position === undefined ||
    topTitles.test(`${titleOf(agreement, top.position)} ${top.position}`)
  ) {
    return []
  }
  return [
    finding('ladders.no-executive', {
      path: pointer(['ladders', index, 'levels']),
      what: `The ladder of ${sideName(agreement, side)} ends with ${titleOf(agreement, top.position)}.`,
      fix: `Add a last level that can decide about money and people: ${side === 'vendor' ? 'the CEO' : 'the owner'}.`,
    }),
  ]
}

/** Levels whose position was never filled. Positions that also stand in the matrix are reported there. */
const emptyLevels: Rule = ({ agreement, today }) => {
  const { inLadders, inMatrix } = positionsInUse(agreement)
  const only = [...inLadders].filter((id) => !inMatrix.has(id))
  return neverFilled(agreement, only, today).map((position) =>
    finding('ladders.position-without-holder', {
      path: pointer(['positions', agreement.positions?.indexOf(position) ?? 0]),
      what: `${position.title} stands on a ladder, and nobody holds the position.`,
      fix: `Name the person who is ${position.title}.`,
    }),
  )
}
