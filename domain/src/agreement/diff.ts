/**
 * What changes between two versions, in the words of the field: "High response: 8 business hours → 4 business hours".
 * Every difference in the terms is in exactly one sentence; equal hashes have none.
 *
 * The surprising rule: what was only renamed is said once, and what refers to it does not count as changed; what
 * stands about the terms and not in them (state, acceptances) is no change at all.
 */
import type { Side } from '../identity/side.ts'
import { compareTargets, type Target } from '../time/target.ts'
import type { Agreement } from './agreement.ts'
import { differences, type Difference } from './difference/difference.ts'
import { holidayRuns, holidaySentence, isHolidayItem } from './difference/holiday-runs.ts'
import { findRenames, withRenames, type Rename } from './difference/renames.ts'
import { sentenceFor } from './difference/sentences.ts'
import { valueNames } from './difference/value-words.ts'
import { elementOf } from './field-element.ts'
import { termsOf } from './hash.ts'

export interface Change {
  /** JSON Pointer into the later version; into the earlier where something was removed. */
  readonly path: string
  readonly section: ChangeSection
  readonly kind: 'added' | 'removed' | 'changed'
  /** One sentence without a full stop. */
  readonly sentence: string
  readonly before?: unknown
  readonly after?: unknown
  /** Whose promise became harder, where that is clear. */
  readonly tightens?: Side | 'both'
  /** Whose promise became easier, where that is clear. */
  readonly eases?: Side | 'both'
}

/** In the order in which a document has them. */
export const changeSections = [
  'agreement',
  'parties',
  'scope',
  'people',
  'responsibilities',
  'targets',
  'calendars',
  'ladders',
  'delivery',
  'reporting',
  'term',
  'rulebook',
  'notes',
] as const

export type ChangeSection = (typeof changeSections)[number]

/** Every change of the terms, by section. */
export function diffAgreements(before: Agreement, after: Agreement): readonly Change[] {
  const renames = findRenames(before, after)
  const names = { before: valueNames(withRenames(before, renames)), after: valueNames(after) }
  const found = differences(termsOf(withRenames(before, renames)), termsOf(after))
  const changes = [
    ...renames.map(renameChange),
    ...holidayRuns(found).flatMap((run) => {
      const [first] = run
      if (first === undefined) return []
      const sentence = isHolidayItem(first) ? holidaySentence(run) : sentenceFor(first, names)
      return [changeOf(first, run, sentence)]
    }),
  ]
  return changes.toSorted(
    (a, b) => changeSections.indexOf(a.section) - changeSections.indexOf(b.section),
  )
}

/** Parties and notes are sections of their own in a diff. */
function sectionAt(path: string): ChangeSection {
  const field = path.split('/')[1] ?? ''
  const name = elementOf(field) ?? field
  return changeSections.find((section) => section === name) ?? 'agreement'
}

function changeOf(first: Difference, run: readonly Difference[], sentence: string): Change {
  const side = run.length === 1 ? firmness(first) : {}
  const value = (which: 'before' | 'after'): unknown =>
    run.length === 1 ? first[which] : run.map((one) => one[which])
  return {
    path: first.path,
    section: sectionAt(first.place),
    kind: first.before === undefined ? 'added' : first.after === undefined ? 'removed' : 'changed',
    sentence,
    ...(first.before === undefined ? {} : { before: value('before') }),
    ...(first.after === undefined ? {} : { after: value('after') }),
    ...side,
  }
}

function renameChange({ list, from, to, index }: Rename): Change {
  const noun = {
    positions: 'Position',
    people: 'Person',
    priorities: 'Priority',
    calendars: 'Calendar',
  }
  return {
    path: `/${list}/${index}/id`,
    section: sectionAt(`/${list}`),
    kind: 'changed',
    sentence: `${noun[list]} ${from} is now written ${to}`,
    before: from,
    after: to,
  }
}

/** A shorter time binds the side that owes more; a promise that came or went speaks for itself. */
function firmness({
  place,
  before,
  after,
  within,
}: Difference): Pick<Change, 'tightens' | 'eases'> {
  if (place !== '/targets/target' && !place.startsWith('/targets/byPriority/')) return {}
  const row = (within[0]?.after ?? within[0]?.before) as { readonly owedBy?: Side | 'both' }
  const owing = row.owedBy ?? 'both'
  if (before === undefined) return { tightens: owing }
  if (after === undefined) return { eases: owing }
  const longer = compareTargets(after as Target, before as Target)
  if (longer === undefined || longer === 0) return {}
  return longer < 0 ? { tightens: owing } : { eases: owing }
}
