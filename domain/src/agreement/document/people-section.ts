import { sides } from '../../identity/side.ts'
import type { Agreement } from '../agreement.ts'
import type { Person, Position } from '../people.ts'
import { cell, fact, facts, heading, missing, table, type Block, type Cell } from './block.ts'
import { namesOf, type Names } from './names.ts'
import { dateText } from './wording.ts'

/** Section 10. The positions this agreement names, who holds them, and how those people are reached. */
export function peopleBlocks(agreement: Agreement): Block[] {
  const names = namesOf(agreement)
  const positions = sides.flatMap((side) => names.positionsOf(side))
  const people = agreement.people ?? []
  return [
    heading('Positions'),
    positions.length === 0 ? missing() : positionsTable(positions, names),
    heading('People'),
    people.length === 0 ? missing() : peopleFacts(people, names),
  ]
}

function positionsTable(positions: readonly Position[], names: Names): Block {
  return table(
    'Positions and who holds them',
    [
      ['Position', 2.4],
      ['Side', 2],
      ['Held by', 4],
    ],
    positions.map((position) => [
      cell(position.title, ...teamLine(position.team)),
      cell(names.party(position.side)),
      holdersCell(position, names),
    ]),
  )
}

const teamLine = (team: boolean | undefined): string[] =>
  team === undefined ? [] : [team ? 'A team or shared desk' : 'One person']

function holdersCell(position: Position, names: Names): Cell {
  const lines = (position.holders ?? []).map((holder) => {
    const dates = [
      holder.from === undefined ? undefined : `from ${dateText(holder.from)}`,
      holder.until === undefined ? undefined : `until ${dateText(holder.until)}`,
      holder.deputy === undefined ? undefined : `deputy ${names.person(holder.deputy)}`,
    ].filter((part) => part !== undefined)
    return dates.length === 0
      ? names.person(holder.person)
      : `${names.person(holder.person)} (${dates.join(', ')})`
  })
  return cell(lines.join('; '))
}

/** Each person with side, address and absences. */
const peopleFacts = (people: readonly Person[], names: Names): Block =>
  facts(
    ...people.map((person) => {
      const absences = (person.absences ?? []).map(
        ({ from, until, reason }) =>
          `absent ${dateText(from)} to ${dateText(until)}${reason === undefined ? '' : ` (${reason})`}`,
      )
      const email = person.email ?? 'no e-mail address'
      return fact(person.name, [names.party(person.side), email, ...absences].join('; '))
    }),
  )
