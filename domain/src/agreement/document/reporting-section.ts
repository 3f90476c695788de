import type { Agreement } from '../agreement.ts'
import { cell, missing, table, type Block } from './block.ts'
import { namesOf, positionWithSide } from './names.ts'
import { capital, joined, targetWords } from './wording.ts'

/** Section 5. What is reported, how often, by whom and to whom. */
export function reportingBlocks(agreement: Agreement): Block[] {
  const reports = agreement.reports ?? []
  if (reports.length === 0) return [missing()]
  const names = namesOf(agreement)
  return [
    table(
      'Reports and reviews',
      [
        ['Report', 3],
        ['How often', 1.2],
        ['Delivered by', 1.8],
        ['Goes to', 1.8],
        ['Due after the period', 1.6],
      ],
      reports.map((report) => [
        cell(
          report.title,
          ...(report.contents === undefined ? [] : [`Contains: ${report.contents.join('; ')}.`]),
          ...(report.text === undefined ? [] : [report.text]),
        ),
        cell(capital(report.cadence)),
        cell(report.owner === undefined ? undefined : positionWithSide(names, report.owner)),
        cell(report.audience && joined(report.audience.map((id) => names.position(id)))),
        cell(report.due === undefined ? undefined : targetWords(report.due)),
      ]),
    ),
  ]
}
