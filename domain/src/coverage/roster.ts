import type { Agreement } from '../agreement/agreement.ts'
import type { Person, Position } from '../agreement/people.ts'
import type { Side } from '../identity/side.ts'
import type { PlainDate } from '../kernel/instant.ts'

type PositionHolder = NonNullable<Position['holders']>[number]

/** Who holds what on a date. `until` is the last day on which a person holds a position. */
export const positionOf = (agreement: Agreement, id: string): Position | undefined =>
  agreement.positions?.find((one) => one.id === id)

export const personOf = (agreement: Agreement, id: string): Person | undefined =>
  agreement.people?.find((one) => one.id === id)

export const holdersOn = (position: Position, date: PlainDate): readonly PositionHolder[] =>
  (position.holders ?? []).filter(
    (holder) =>
      (holder.from === undefined || holder.from <= date) &&
      (holder.until === undefined || date <= holder.until),
  )

/**
 * Those of some positions that were never filled. Where a side names nobody one finding says so; positions whose
 * holders have left are expired, not empty.
 */
export const neverFilled = (
  agreement: Agreement,
  ids: Iterable<string>,
  today: PlainDate,
): readonly Position[] =>
  [...ids]
    .flatMap((id) => positionOf(agreement, id) ?? [])
    .filter(
      (position) =>
        namesAnybody(agreement, position.side) &&
        holdersOn(position, today).length === 0 &&
        !(position.holders ?? []).some(({ until }) => until !== undefined && until < today),
    )

/** How a sentence calls a position: its title, or the bare id while the position does not exist. */
export const titleOf = (agreement: Agreement, id: string): string =>
  positionOf(agreement, id)?.title ?? id

export const sideOf = (agreement: Agreement, id: string): Side | undefined =>
  positionOf(agreement, id)?.side

/** Whether anybody of a side is named; while nobody is, one finding says so instead of one for each position. */
export const namesAnybody = (agreement: Agreement, side: Side): boolean =>
  agreement.people?.some((one) => one.side === side) ?? false

export const isAbsent = (person: Person | undefined, date: PlainDate): boolean =>
  person?.absences?.some(({ from, until }) => from <= date && date <= until) ?? false

/** Positions by the use that is made of them. */
export interface PositionUse {
  /** Under any of the four letters. */
  readonly inMatrix: ReadonlySet<string>
  readonly inLadders: ReadonlySet<string>
  /** Everything else that names a position: reports, wind-down. */
  readonly elsewhere: ReadonlySet<string>
}

export function positionsInUse(agreement: Agreement): PositionUse {
  const { responsibilities: rows = [], reports = [], ladders = [], term } = agreement
  return {
    inMatrix: present(
      rows
        .flatMap(({ responsible, accountable, consulted, informed }) => [
          responsible ?? [],
          accountable ?? [],
          consulted ?? [],
          informed ?? [],
        ])
        .flat(),
    ),
    inLadders: present(ladders.flatMap(({ levels }) => levels).map(({ position }) => position)),
    elsewhere: present([
      ...reports.flatMap((report) => report.audience ?? []),
      ...reports.map((report) => report.owner),
      ...(term?.windDown ?? []).map((item) => item.owner),
    ]),
  }
}

const present = (ids: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(ids.filter((id) => id !== undefined))
