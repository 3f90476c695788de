import type { Agreement } from '../agreement.ts'
import type { Finding, Severity } from '../finding.ts'
import { cell, heading, missing, paragraph, paragraphs, table, type Block } from './block.ts'
import { capital } from './wording.ts'

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

const severities: readonly (readonly [Severity, string])[] = [
  ['error', 'To settle before this version can be proposed'],
  ['warning', 'To look at'],
  ['hint', 'To consider'],
]

/** The open points of the audit: what is missing or contradictory, why it matters, and what would settle it. */
export function findingsBlocks(findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return [paragraph('The audit has found no open point.')]
  return [
    missing(
      `${findings.length} open ${findings.length === 1 ? 'point' : 'points'}. This annex is no part of the terms.`,
    ),
    ...severities.flatMap(([severity, title]) => {
      const own = findings.filter((finding) => finding.severity === severity)
      if (own.length === 0) return []
      return [
        heading(title),
        table(
          title,
          [
            ['Part', 1.3],
            ['What is open, and why it matters', 4],
            ['What would settle it', 3],
          ],
          own.map((finding) => [
            cell(capital(finding.element)),
            cell(finding.what, finding.why, finding.code),
            cell(finding.fix.sentence),
          ]),
        ),
      ]
    }),
  ]
}
