import type { Agreement } from '../agreement/agreement.ts'
import type { Finding } from '../agreement/finding.ts'
import { pointer } from '../agreement/pointer.ts'
import type { TargetRow } from '../agreement/targets.ts'
import { promiseOf, subjectOf } from '../commitment/kind.ts'
import { targetText, type Target } from '../time/target.ts'
import { calendarsOfRow, owingSides, usualWeekOf } from './calendar-of-side.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import { assumption, compareWhenDue, exampleText } from './target-comparison.ts'
import type { Rule } from './subject.ts'

/** A response comes before its resolution, an answer before its completion, for each priority. */
export const auditTargetOrder: Rule = ({ agreement }) => {
  const rows = (agreement.targets ?? []).map((row, index) => ({ row, index }))
  return rows.flatMap((first) => {
    const later = { response: 'resolution', answer: 'completion' }[promiseOf(first.row.kind)]
    if (later === undefined) return []
    return rows
      .filter(({ row }) => row.kind === `${subjectOf(first.row.kind)}.${later}`)
      .filter(({ row }) => owingSides(row).some((side) => owingSides(first.row).includes(side)))
      .flatMap((second) => pairs(agreement, first, second))
  })
}

interface PlacedRow {
  readonly row: TargetRow
  readonly index: number
}

interface PlacedTarget {
  readonly target: Target
  readonly place: readonly (string | number)[]
}

function pairs(agreement: Agreement, first: PlacedRow, second: PlacedRow): readonly Finding[] {
  const ids = [
    ...new Set([
      ...Object.keys(first.row.byPriority ?? {}),
      ...Object.keys(second.row.byPriority ?? {}),
    ]),
  ]
  const priorities: readonly (string | undefined)[] = ids.length === 0 ? [undefined] : ids
  const calendars = [first.row, second.row]
    .flatMap((row) => calendarsOfRow(agreement, row))
    .flatMap((one) => usualWeekOf(one) ?? [])
  return priorities.flatMap((id) => {
    const [a, b] = [targetFor(first, id), targetFor(second, id)]
    if (a === undefined || b === undefined) return []
    const comparison = compareWhenDue(a.target, b.target, [...new Set(calendars)])
    if (comparison.outcome === 'sooner') return []
    const label = agreement.priorities?.find((one) => one.id === id)?.label ?? id
    const words = {
      of: label === undefined ? '' : `${label}: `,
      first: promiseOf(first.row.kind),
      second: promiseOf(second.row.kind),
    }
    if (comparison.outcome === 'same') {
      return [
        finding('targets.response-equals-resolution', {
          path: pointer(a.place),
          what: `${words.of}${words.first} and ${words.second} of a ${subjectOf(first.row.kind)} both have ${targetText(a.target)}.`,
          fix: `Shorten the ${words.first}.`,
        }),
      ]
    }
    const isWholeRow = a.place.length === 3 || b.place.length === 3
    return [
      finding(
        comparison.outcome === 'later'
          ? 'targets.response-longer-than-resolution'
          : 'targets.response-sometimes-longer',
        {
          path: pointer(a.place),
          what: `${words.of}the ${words.first} may take ${targetText(a.target)}, the ${words.second} only ${targetText(b.target)}${assumption(a.target, b.target)}${exampleText(comparison)}.`,
          fix: `Shorten the ${words.first} or lengthen the ${words.second}.`,
          choices:
            comparison.example !== undefined || isWholeRow
              ? []
              : [
                  {
                    id: 'exchange',
                    label: `They stand the wrong way round: ${words.first} ${targetText(b.target)}, ${words.second} ${targetText(a.target)}`,
                    patch: [
                      ...set(agreement, a.place, targetText(b.target)),
                      ...set(agreement, b.place, targetText(a.target)),
                    ],
                  },
                ],
        },
      ),
    ]
  })
}

function targetFor({ row, index }: PlacedRow, id: string | undefined): PlacedTarget | undefined {
  const own = id === undefined ? undefined : row.byPriority?.[id]
  if (own !== undefined && id !== undefined) {
    return { target: own, place: ['targets', index, 'byPriority', id] }
  }
  return row.target === undefined
    ? undefined
    : { target: row.target, place: ['targets', index, 'target'] }
}
