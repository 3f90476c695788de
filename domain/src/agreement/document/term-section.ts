import { describeKind } from '../../commitment/kind.ts'
import type { Agreement } from '../agreement.ts'
import { periodText } from '../dates.ts'
import type { Term } from '../term.ts'
import { cell, fact, facts, heading, missing, paragraphs, table, type Block } from './block.ts'
import { conditionWords } from './condition-words.ts'
import { namesOf, positionWithSide, type Names } from './names.ts'
import { dateText, joined, targetWords } from './wording.ts'

/** Section 6. From when to when, how it goes on, what may end it, and what happens then. */
export function termBlocks(agreement: Agreement): Block[] {
  const term = agreement.term
  if (!term) return [missing()]
  const names = namesOf(agreement)
  return [
    facts(
      fact('Starts on', term.startsOn && dateText(term.startsOn)),
      fact('Ends on', endText(term)),
      ...renewalFacts(term),
      fact('Notice', noticeText(term)),
    ),
    ...(term.text === undefined ? [] : paragraphs(term.text)),
    heading('What may end it early'),
    ...triggersBlocks(term, names),
    heading('Winding down'),
    ...windDownBlocks(term, names),
  ]
}

function endText(term: Term): string | undefined {
  const end = term.endsOn && dateText(term.endsOn)
  if (term.openEnded === true)
    return end ?? 'No end is agreed, on purpose: it runs until notice is given'
  if (term.openEnded === false && end !== undefined) return `${end}; not open-ended`
  return end
}

function renewalFacts(term: Term) {
  const modes = { automatic: 'Automatic', 'by-consent': 'By consent of both sides', none: 'None' }
  const renewal = term.renewal
  return [
    fact('Renewal', renewal && modes[renewal.mode]),
    renewal?.for && fact('Renews for', periodText(renewal.for)),
    renewal?.remindBefore &&
      fact('Reminder', `${periodText(renewal.remindBefore)} before it renews or ends`),
  ]
}

function noticeText(term: Term): string | undefined {
  if (!term.notice) return undefined
  const { period, form } = term.notice
  return form === undefined ? periodText(period) : `${periodText(period)}; ${form}`
}

function triggersBlocks(term: Term, names: Names): Block[] {
  const triggers = term.triggers ?? []
  if (triggers.length === 0) return [missing()]
  const sides = { vendor: 'The vendor', partner: 'The partner', either: 'Either side' }
  return [
    table(
      'Triggers of termination; each opens a decision and ends nothing by itself',
      [
        ['When', 4],
        ['Who may end it', 1.4],
        ['Measured as', 3.4],
      ],
      triggers.map((trigger) => [
        cell(trigger.text),
        cell(trigger.by && sides[trigger.by]),
        cell(trigger.condition && conditionWords(trigger.condition, names)),
      ]),
    ),
  ]
}

function windDownBlocks(term: Term, names: Names): Block[] {
  const items = term.windDown ?? []
  if (items.length === 0) return [missing()]
  return [
    table(
      'Winding down after the end',
      [
        ['What', 4],
        ['Owner', 2],
        ['Within', 1.8],
      ],
      items.map((item) => [
        cell(
          item.what,
          ...(item.kinds === undefined || item.kinds.length === 0
            ? []
            : [
                `Runs on under the last version: ${joined(item.kinds.map((kind) => describeKind(kind).label))}.`,
              ]),
        ),
        cell(item.owner === undefined ? undefined : positionWithSide(names, item.owner)),
        cell(item.within === undefined ? undefined : targetWords(item.within)),
      ]),
    ),
  ]
}
