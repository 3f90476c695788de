import type { Agreement } from '../agreement.ts'
import { cell, paragraph, table, type Block } from './block.ts'

/** Annex, and part of the terms: what the audit would remark and both sides mean so, each with the reason. */
export function meantBlocks({ meant = [] }: Agreement): Block[] {
  if (meant.length === 0) return []
  return [
    paragraph('Both sides know these points and leave them as they are.'),
    table(
      'Points that are meant so',
      [
        ['Point', 3],
        ['Where', 3],
        ['Because', 4],
      ],
      meant.map(({ code, at, because }) => [cell(code), cell(at ?? 'Everywhere'), cell(because)]),
    ),
  ]
}
