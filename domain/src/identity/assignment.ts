import type { EpochMs } from '../kernel/instant.ts'
import type { Position } from './position.ts'

/**
 * Who holds a position, when and for what. Times are half-open: `until` is the first instant at which the person no
 * longer holds it. A scope narrows an assignment; without one it holds everywhere. The narrowest assignment that
 * covers the work wins, so a manager for one partner goes before the manager of the region.
 */
export interface Assignment {
  readonly personId: string
  readonly positionId: string
  readonly from?: EpochMs | undefined
  readonly until?: EpochMs | undefined
  readonly scope?: Scope | undefined
  /** Takes over while the person is absent. */
  readonly deputyId?: string | undefined
}

/** Each dimension that is named must fit; one that is not named fits everything. */
export interface Scope {
  readonly partner?: string | undefined
  readonly region?: string | undefined
  readonly product?: string | undefined
}

export interface Absence {
  readonly personId: string
  readonly from: EpochMs
  readonly until: EpochMs
}

export interface Holder {
  readonly personId: string
  /** The absent person for whom this one stands in. */
  readonly insteadOf?: string | undefined
}

/** Why nobody answers for a position. */
export type Vacancy = 'never-assigned' | 'assignment-ended' | 'out-of-scope' | 'everyone-absent'

export type Holding =
  | { readonly type: 'held'; readonly holders: readonly Holder[] }
  | { readonly type: 'vacant'; readonly why: Vacancy }

/** The people behind the positions, as far as they matter to the work at hand. */
export interface Directory {
  readonly assignments: readonly Assignment[]
  readonly absences: readonly Absence[]
}

/**
 * Who answers for a position at an instant, for work of that scope. A position has one holder (the narrowest scope,
 * then the latest start, then the id), a team all of them. An absent holder is replaced by the deputy of the
 * assignment; if that one is absent too, the next assignment that covers the work is tried.
 */
export function holderOf(
  position: Position,
  at: EpochMs,
  scope: Scope,
  directory: Directory,
): Holding {
  const own = directory.assignments.filter((one) => one.positionId === position.id)
  if (own.length === 0) return { type: 'vacant', why: 'never-assigned' }
  const current = own.filter((one) => isCurrent(one, at))
  if (current.length === 0) return { type: 'vacant', why: 'assignment-ended' }
  const covering = current.filter((one) => covers(one.scope, scope)).toSorted(narrowestFirst)
  if (covering.length === 0) return { type: 'vacant', why: 'out-of-scope' }

  const holders: Holder[] = []
  for (const assignment of covering) {
    const holder = presentHolder(assignment, at, directory)
    if (holder === undefined || holders.some((one) => one.personId === holder.personId)) continue
    holders.push(holder)
    if (!position.isTeam) break
  }
  return holders.length === 0
    ? { type: 'vacant', why: 'everyone-absent' }
    : { type: 'held', holders }
}

const isCurrent = (one: Assignment, at: EpochMs): boolean =>
  (one.from === undefined || one.from <= at) && (one.until === undefined || at < one.until)

const covers = (own: Scope | undefined, work: Scope): boolean =>
  own === undefined ||
  ((own.partner === undefined || own.partner === work.partner) &&
    (own.region === undefined || own.region === work.region) &&
    (own.product === undefined || own.product === work.product))

const narrowness = ({ scope }: Assignment): number =>
  (scope?.partner === undefined ? 0 : 4) +
  (scope?.product === undefined ? 0 : 2) +
  (scope?.region === undefined ? 0 : 1)

const narrowestFirst = (a: Assignment, b: Assignment): number =>
  narrowness(b) - narrowness(a) ||
  (b.from ?? -Infinity) - (a.from ?? -Infinity) ||
  (a.personId < b.personId ? -1 : 1)

function presentHolder(
  { personId, deputyId }: Assignment,
  at: EpochMs,
  { absences }: Directory,
): Holder | undefined {
  const isAbsent = (id: string): boolean =>
    absences.some((one) => one.personId === id && one.from <= at && at < one.until)
  if (!isAbsent(personId)) return { personId }
  return deputyId === undefined || isAbsent(deputyId)
    ? undefined
    : { personId: deputyId, insteadOf: personId }
}
