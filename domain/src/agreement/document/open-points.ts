import type { PlainDate } from '../../kernel/instant.ts'
import type { Finding, Severity } from '../finding.ts'
import { cell, heading, missing, paragraph, table, type Block } from './block.ts'
import { capital, dateText } from './wording.ts'

/** What the audit found on a day. It depends on the day, so the print says which. */
export interface OpenPoints {
  readonly on: PlainDate
  readonly findings: readonly Finding[]
}

const severities: readonly (readonly [Severity, string])[] = [
  ['error', 'To settle before this version can be proposed'],
  ['warning', 'To look at'],
  ['hint', 'To consider'],
]

/** Annex: what is missing or contradictory, why it matters, and what would settle it. No part of the terms. */
export function openPointsBlocks({ on, findings }: OpenPoints): Block[] {
  const day = dateText(on)
  if (findings.length === 0) return [paragraph(`The audit of ${day} has found no open point.`)]
  const count = `${findings.length} open ${findings.length === 1 ? 'point' : 'points'}`
  return [
    missing(`The audit of ${day} has found ${count}. This annex is no part of the terms.`),
    ...severities.flatMap(([severity, title]) => {
      const own = findings.filter((finding) => finding.severity === severity)
      return own.length === 0 ? [] : [heading(title), pointsTable(title, own)]
    }),
  ]
}

const pointsTable = (title: string, findings: readonly Finding[]): Block =>
  table(
    title,
    [
      ['Part', 1.5],
      ['What is open, and why it matters', 4],
      ['What would settle it', 3],
    ],
    findings.map((finding) => [
      cell(capital(finding.element)),
      cell(finding.what, finding.why, finding.code),
      cell(finding.fix.sentence),
    ]),
  )
