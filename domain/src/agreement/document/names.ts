import { sides, type Side } from '../../identity/side.ts'
import type { Agreement } from '../agreement.ts'
import type { Position } from '../people.ts'
import { capital, sideWord, spaced } from './wording.ts'

/**
 * What the names in an agreement are called in print: positions by title, people by name, priorities by label. A name
 * that nothing defines is printed as it stands, in words, so that a draft shows its own gaps.
 */
export interface Names {
  party(side: Side): string
  position(id: string): string
  person(id: string): string
  priority(id: string): string
  calendar(id: string): string
  positionsOf(side: Side): readonly Position[]
  /** Everybody who holds the position, by name. */
  holders(positionId: string): readonly string[]
}

export function namesOf(agreement: Agreement): Names {
  const positions = new Map(agreement.positions?.map((one) => [one.id, one]))
  const people = new Map(agreement.people?.map((one) => [one.id, one.name]))
  const priorities = new Map(agreement.priorities?.map((one) => [one.id, one.label]))
  const calendars = new Map(agreement.calendars?.map((one) => [one.id, one.title]))
  const person = (id: string): string => people.get(id) ?? capital(spaced(id))
  return {
    person,
    party: (side) => agreement.parties[side].name ?? `the ${sideWord[side].toLowerCase()}`,
    position: (id) => positions.get(id)?.title ?? capital(spaced(id)),
    priority: (id) => priorities.get(id) ?? capital(spaced(id)),
    calendar: (id) => calendars.get(id) ?? capital(spaced(id)),
    positionsOf: (side) => [...positions.values()].filter((one) => one.side === side),
    holders: (id) => positions.get(id)?.holders?.map((holder) => person(holder.person)) ?? [],
  }
}

/** `Channel manager (Larkfield Robotics)`: a title together with whose it is. */
export function positionWithSide(names: Names, id: string): string {
  const side = sides.find((one) => names.positionsOf(one).some((position) => position.id === id))
  return side === undefined ? names.position(id) : `${names.position(id)} (${names.party(side)})`
}
