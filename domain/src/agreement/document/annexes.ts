import type { Agreement } from '../agreement.ts'
import { cell, heading, paragraphs, table, type Block } from './block.ts'

/** Words of an imported document that no section holds, as they were. */
export const notesBlocks = ({ notes }: Agreement): Block[] =>
  (notes ?? []).flatMap(({ source, text }) =>
    source === undefined ? paragraphs(text) : [heading(source)].concat(paragraphs(text)),
  )

/** How the record names what this text calls by its title. With it the text can be compared with the record. */
export function registerBlocks(agreement: Agreement): Block[] {
  const rows: [what: string, items: readonly { id: string; label: string }[]][] = [
    ['Activities', labelled(agreement.responsibilities, (one) => [one.activity, one.label])],
    ['Positions', labelled(agreement.positions, (one) => [one.id, one.title])],
    ['People', labelled(agreement.people, (one) => [one.id, one.name])],
    ['Priorities', labelled(agreement.priorities, (one) => [one.id, one.label])],
    ['Commitments', labelled(agreement.targets, (one) => [one.kind, ''])],
    ['Pauses', labelled(agreement.pauses, (one) => [one.reason, one.label])],
    ['Calendars', labelled(agreement.calendars, (one) => [one.id, one.title ?? ''])],
    ['Milestones', labelled(agreement.delivery?.milestones, (one) => [one.id, one.title])],
    ['Reports', labelled(agreement.reports, (one) => [one.id, one.title])],
    ['Triggers', labelled(agreement.term?.triggers, (one) => [one.id, ''])],
  ]
  const present = rows.filter(([, items]) => items.length > 0)
  if (present.length === 0) return []
  return [
    table(
      'Names in the record',
      [
        ['Kind', 1],
        ['Names', 6],
      ],
      present.map(([what, items]) => [
        cell(what),
        cell(
          items
            .map(({ id, label }) => (label === '' || label === id ? id : `${id}: ${label}`))
            .join('; '),
        ),
      ]),
    ),
  ]
}

function labelled<T>(
  items: readonly T[] | undefined,
  name: (item: T) => readonly [id: string, label: string],
): { id: string; label: string }[] {
  const seen = new Map((items ?? []).map(name))
  return [...seen].map(([id, label]) => ({ id, label }))
}
