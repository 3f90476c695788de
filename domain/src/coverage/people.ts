import { pointer } from '../agreement/pointer.ts'
import type { Position } from '../agreement/people.ts'
import { sides } from '../identity/side.ts'
import { finding } from './catalogued-finding.ts'
import { drop } from './edit.ts'
import { daysBetween } from './local-day.ts'
import { holdersOn, isAbsent, namesAnybody, personOf, positionsInUse } from './roster.ts'
import { capitalised, listed, sideName, type Rule, type Subject } from './subject.ts'

/** The people behind the positions: that there are some, that they can be reached, and that they are still there. */
export const auditPeople: Rule = (subject) => [
  ...sidesWithoutPeople(subject),
  ...unreachable(subject),
  ...ownDeputies(subject),
  ...(subject.agreement.positions ?? []).flatMap((position, index) =>
    [vacancies, withoutDeputy].flatMap((rule) => rule(subject, position, index)),
  ),
]

const sidesWithoutPeople: Rule = ({ agreement }) =>
  sides
    .filter((side) => !namesAnybody(agreement, side))
    .map((side) =>
      finding('people.missing', {
        path: '/people',
        what: `No person of ${sideName(agreement, side)} is named.`,
        fix: `Name the people of ${sideName(agreement, side)} with their e-mail addresses, and who holds which position.`,
      }),
    )

const unreachable: Rule = ({ agreement }) => {
  const acting = new Set(
    (agreement.positions ?? []).flatMap((position) =>
      (position.holders ?? []).flatMap(({ person, deputy }) => [person, deputy ?? person]),
    ),
  )
  return (agreement.people ?? []).flatMap((person, index) =>
    person.email !== undefined || !acting.has(person.id)
      ? []
      : [
          finding('people.email-missing', {
            path: pointer(['people', index]),
            what: `${person.name} has no e-mail address.`,
            fix: `Write the e-mail address of ${person.name}.`,
          }),
        ],
  )
}

const ownDeputies: Rule = ({ agreement }) =>
  (agreement.positions ?? []).flatMap((position, index) =>
    (position.holders ?? []).flatMap((holder, at) =>
      holder.deputy !== holder.person
        ? []
        : [
            finding('people.deputy-is-holder', {
              path: pointer(['positions', index, 'holders', at, 'deputy']),
              what: `${personOf(agreement, holder.person)?.name ?? holder.person} is the own deputy as ${position.title}.`,
              fix: 'Name somebody else; until then there is no deputy.',
              patch: drop(agreement, ['positions', index, 'holders', at, 'deputy']),
            }),
          ],
    ),
  )

/** How soon a leaver without a successor is worth a word. */
const noticeDays = 30

function vacancies({ agreement, today }: Subject, position: Position, index: number) {
  const { inMatrix, inLadders, elsewhere } = positionsInUse(agreement)
  const isCalled = inMatrix.has(position.id) || inLadders.has(position.id)
  if (!isCalled && !elsewhere.has(position.id)) return []
  const holders = position.holders ?? []
  const current = holdersOn(position, today)
  const path = pointer(['positions', index])
  const nameOf = (id: string): string => personOf(agreement, id)?.name ?? id
  if (current.length === 0) {
    const ended = holders.filter(({ until }) => until !== undefined && until < today)
    const last = ended.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1)).at(-1)
    if (last !== undefined) {
      return [
        finding('people.holder-expired', {
          path,
          what: `${nameOf(last.person)} was ${position.title} until ${last.until}, and nobody is now.`,
          fix: `Name the person who is ${position.title}.`,
        }),
      ]
    }
    if (isCalled || !namesAnybody(agreement, position.side)) return []
    return [
      finding('people.position-without-holder', {
        path,
        what: `Nobody holds the position ${position.title}.`,
        fix: `Name the person who is ${position.title}.`,
      }),
    ]
  }
  const leaving = current.every(
    ({ until }) => until !== undefined && daysBetween(today, until) <= noticeDays,
  )
  const hasSuccessor = holders.some(({ from }) => from !== undefined && today < from)
  const isAway = (id: string | undefined): boolean =>
    id === undefined || isAbsent(personOf(agreement, id), today)
  const allAway = current.every(({ person, deputy }) => isAway(person) && isAway(deputy))
  return [
    ...(leaving && !hasSuccessor
      ? [
          finding('people.holder-leaving', {
            path,
            what: `${listed(current.map(({ person, until }) => `${nameOf(person)} (until ${until})`))} ${current.length === 1 ? 'leaves' : 'leave'} the position ${position.title}, and nobody follows.`,
            fix: 'Name the successor with the first day, and hand the open work over.',
          }),
        ]
      : []),
    ...(allAway
      ? [
          finding('people.everyone-absent', {
            path,
            what: `${capitalised(listed(current.map(({ person }) => nameOf(person))))} ${current.length === 1 ? 'is' : 'are'} absent today, and no deputy of ${position.title} is there.`,
            fix: 'Name a deputy who is there.',
          }),
        ]
      : []),
  ]
}

/** The first level of a ladder is called most often and must not depend on one person's holidays. */
function withoutDeputy({ agreement, today }: Subject, position: Position, index: number) {
  const isFirst = agreement.ladders?.some((ladder) =>
    ladder.levels.some((level) => level.level === 1 && level.position === position.id),
  )
  const [only, ...others] = holdersOn(position, today)
  if (isFirst !== true || only === undefined || others.length > 0 || only.deputy !== undefined) {
    return []
  }
  return [
    finding('people.deputy-missing', {
      path: pointer(['positions', index]),
      what: `${personOf(agreement, only.person)?.name ?? only.person} is called first as ${position.title} and has no deputy.`,
      fix: 'Name a deputy.',
    }),
  ]
}
