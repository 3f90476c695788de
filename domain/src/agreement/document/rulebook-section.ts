import type { Agreement } from '../agreement.ts'
import { cell, fact, facts, missing, paragraph, table, type Block } from './block.ts'
import { namesOf } from './names.ts'
import { dateText } from './wording.ts'

/** Section 9. The rules of engagement this agreement refers to, and who has acknowledged them. */
export function rulebookBlocks(agreement: Agreement): Block[] {
  const rulebook = agreement.rulebook
  if (!rulebook) return [missing()]
  const names = namesOf(agreement)
  const acknowledgements = rulebook.acknowledgements ?? []
  return [
    facts(fact('Rulebook', rulebook.id), fact('Version', rulebook.version)),
    paragraph('Where the rulebook and this agreement differ, this agreement counts.', 'quiet'),
    acknowledgements.length === 0
      ? missing('Nobody has acknowledged it.')
      : table(
          'Acknowledgements of the rulebook',
          [
            ['Side', 2],
            ['Acknowledged by', 3],
            ['On', 2],
          ],
          acknowledgements.map((one) => [
            cell(names.party(one.side)),
            cell(names.person(one.person)),
            cell(dateText(one.on)),
          ]),
        ),
  ]
}
