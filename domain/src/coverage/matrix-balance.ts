import { pointer } from '../agreement/pointer.ts'
import { otherSide } from '../identity/side.ts'
import { finding } from './catalogued-finding.ts'
import { drop, set } from './edit.ts'
import { holdersOn, neverFilled, positionsInUse, sideOf, titleOf } from './roster.ts'
import { capitalised, counted, listed, type Rule } from './subject.ts'
import { firstPosition } from './usual-positions.ts'

/** How a matrix is filled: enough positions and not too many, and people behind those that matter. */
export const auditMatrixBalance: Rule = (subject) => [
  ...crowdedRows(subject),
  ...silentRows(subject),
  ...alreadyInvolved(subject),
  ...nearlyEverywhere(subject),
  ...teamsWithoutDeputy(subject),
  ...emptyChairs(subject),
]

const mostResponsible = 3
const mostConsultedOrInformed = 5

const crowdedRows: Rule = ({ agreement }) =>
  (agreement.responsibilities ?? []).flatMap((row, index) => {
    const advice = {
      responsible: `Leave at most ${mostResponsible}, or split the activity into rows with an owner each.`,
      consulted: 'Leave those whose answer can change the result; inform the others.',
      informed: 'Leave those who act on the news; the others can read the report.',
    }
    return (['responsible', 'consulted', 'informed'] as const).flatMap((part) => {
      const count = row[part]?.length ?? 0
      const isDoing = part === 'responsible'
      if (count <= (isDoing ? mostResponsible : mostConsultedOrInformed)) return []
      return [
        finding(
          isDoing
            ? 'responsibilities.many-responsible'
            : 'responsibilities.many-consulted-or-informed',
          {
            path: pointer(['responsibilities', index, part]),
            what: `${row.label}: ${count} positions are ${part}.`,
            fix: advice[part],
          },
        ),
      ]
    })
  })

const silentRows: Rule = (subject) => {
  const { agreement } = subject
  return (agreement.responsibilities ?? []).flatMap((row, index) => {
    const named = [...(row.accountable ?? []), ...(row.responsible ?? [])]
    const [first] = named
    if (first === undefined) return []
    if ((row.consulted ?? []).length > 0 || (row.informed ?? []).length > 0) return []
    const sides = new Set(named.flatMap((id) => sideOf(agreement, id) ?? []))
    if (sides.size > 1) return []
    const [side = 'vendor'] = sides
    const other = firstPosition(subject, otherSide(side))
    return [
      finding('responsibilities.nobody-told', {
        path: pointer(['responsibilities', index]),
        what: `${row.label}: nobody is consulted and nobody is informed.`,
        fix:
          other === undefined
            ? 'Name a position of the other side that is told of the result.'
            : `Inform ${titleOf(agreement, other)} of the other side.`,
        patch:
          other === undefined
            ? []
            : set(agreement, ['responsibilities', index, 'informed'], [other]),
      }),
    ]
  })
}

const alreadyInvolved: Rule = ({ agreement }) =>
  (agreement.responsibilities ?? []).flatMap((row, index) => {
    const named = new Set([...(row.accountable ?? []), ...(row.responsible ?? [])])
    return (['consulted', 'informed'] as const).flatMap((part) => {
      const told = row[part] ?? []
      const twice = told.filter((id) => named.has(id))
      if (twice.length === 0) return []
      const others = told.filter((id) => !named.has(id))
      const place = ['responsibilities', index, part]
      return [
        finding('responsibilities.already-involved', {
          path: pointer(place),
          what: `${row.label}: ${listed(twice.map((id) => titleOf(agreement, id)))} ${twice.length === 1 ? 'is' : 'are'} ${part} about own work.`,
          fix: `Delete ${twice.length === 1 ? 'it' : 'them'} from those ${part}.`,
          patch: others.length === 0 ? drop(agreement, place) : set(agreement, place, others),
        }),
      ]
    })
  })

/** From four rows on, more than four fifths of them. */
const nearlyEverywhere: Rule = ({ agreement }) => {
  const rows = (agreement.responsibilities ?? []).filter((row) => row.accountable?.length === 1)
  if (rows.length < 4) return []
  const counts = Map.groupBy(rows, (row) => row.accountable?.[0] ?? '')
  return [...counts]
    .filter(([, own]) => own.length > 0.8 * rows.length)
    .map(([id, own]) =>
      finding('responsibilities.accountable-nearly-everywhere', {
        path: '/responsibilities',
        what: `${capitalised(titleOf(agreement, id))} answers for ${own.length} of ${counted(rows.length, 'row')}.`,
        fix: 'Give some of the rows to the position that decides about the work.',
      }),
    )
}

const teamsWithoutDeputy: Rule = ({ agreement, today }) => {
  const accountable = new Set(
    (agreement.responsibilities ?? []).flatMap((row) => row.accountable ?? []),
  )
  return (agreement.positions ?? []).flatMap((position, index) => {
    if (position.team !== true || !accountable.has(position.id)) return []
    const holders = holdersOn(position, today)
    if (holders.length === 0 || holders.some((holder) => holder.deputy !== undefined)) return []
    return [
      finding('responsibilities.team-without-deputy', {
        path: pointer(['positions', index]),
        what: `${position.title} is a team that answers for work, and none of its people has a deputy.`,
        fix: 'Name a deputy for the person who speaks for the team.',
      }),
    ]
  })
}

const emptyChairs: Rule = ({ agreement, today }) =>
  neverFilled(agreement, positionsInUse(agreement).inMatrix, today).map((position) =>
    finding('responsibilities.position-without-holder', {
      path: pointer(['positions', agreement.positions?.indexOf(position) ?? 0]),
      what: `${position.title} stands in the matrix, and nobody holds the position.`,
      fix: `Name the person who is ${position.title}.`,
    }),
  )
