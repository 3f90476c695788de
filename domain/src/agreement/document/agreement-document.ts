/**
 * An agreement in words: the one source of every printed form, so that the PDF and the Word file say the same. It is
 * complete (whatever the record holds stands somewhere in it) and honest: a section nobody filled in is printed as
 * "Not agreed.", because what is missing is as much a fact as what is there.
 *
 * The surprising rule: it holds plain text only. Words that people wrote are never markup, in any format.
 * The six sections of the standard template keep their numbers; what goes beyond them follows.
 */
import type { Agreement } from '../agreement.ts'
import { notesBlocks, registerBlocks } from './annexes.ts'
import type { Block } from './block.ts'
import { calendarsBlocks, closedDatesBlocks } from './calendars-section.ts'
import { definitionsBlocks } from './definitions-section.ts'
import { customerRenewalsBlocks, deliveryBlocks } from './delivery-section.ts'
import { frontBlocks } from './front.ts'
import { laddersBlocks } from './ladders-section.ts'
import { meantBlocks } from './meant-points.ts'
import { namesOf } from './names.ts'
import { openPointsBlocks, type OpenPoints } from './open-points.ts'
import { peopleBlocks } from './people-section.ts'
import { printableData } from './printable.ts'
import { reportingBlocks } from './reporting-section.ts'
import { responsibilitiesBlocks } from './responsibilities-section.ts'
import { rulebookBlocks } from './rulebook-section.ts'
import { scopeBlocks } from './scope-section.ts'
import { signaturePlaces, type SignaturePlace } from './signatures.ts'
import { targetsBlocks } from './targets-section.ts'
import { termBlocks } from './term-section.ts'
import { dateText, shortened } from './wording.ts'

export interface AgreementDocument {
  readonly title: string
  /** Title and parties, short enough for one line of a page's head and foot. */
  readonly running: { readonly title: string; readonly between: string }
  /** The parties as the title page names them. */
  readonly between: readonly [vendor: string, partner: string]
  /** Of the words that people wrote; a language tag. */
  readonly language: string
  readonly version: number
  readonly status: string
  /** Printed on every page while the terms bind nobody: `DRAFT`. */
  readonly mark: string | undefined
  readonly effective: string | undefined
  readonly hash: string
  readonly shortHash: string
  readonly front: readonly Block[]
  readonly sections: readonly Section[]
  readonly acceptance: string
  readonly signatures: readonly SignaturePlace[]
  readonly annexes: readonly Section[]
}

export interface Section {
  /** `1`, or `A` for an annex. */
  readonly number: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface DocumentSettings {
  /** The hash of the terms, `sha256:` and 64 digits. */
  readonly hash: string
  /** Overrides the agreement's own language tag. */
  readonly language?: string | undefined
  /** What the audit found, printed as the last annex; left out, there is none. */
  readonly openPoints?: OpenPoints | undefined
}

const statuses = {
  template: ['Template', 'TEMPLATE'],
  draft: ['Draft', 'DRAFT'],
  proposed: ['Proposed', 'PROPOSED'],
  accepted: ['Accepted', undefined],
  'in-force': ['In force', undefined],
  expiring: ['Expiring', undefined],
  ended: ['Ended', 'ENDED'],
} as const

/** The whole agreement in words, each text safe to print. */
export function describeAgreement(
  agreement: Agreement,
  settings: DocumentSettings,
): AgreementDocument {
  const [status, mark] = statuses[agreement.status ?? 'draft']
  const names = namesOf(agreement)
  const { hash } = settings
  const title = agreement.title ?? 'Partnership agreement'
  const between = [names.party('vendor'), names.party('partner')] as const
  return printableData({
    title,
    running: { title: shortened(title), between: shortened(between.join(', ')) },
    between,
    language: settings.language ?? agreement.language ?? 'en',
    version: agreement.version ?? 1,
    status,
    mark,
    effective: agreement.effectiveOn && dateText(agreement.effectiveOn),
    hash,
    shortHash: hash.slice(0, 'sha256:'.length + 12),
    front: frontBlocks(agreement, hash, status),
    sections: numbered(agreement),
    acceptance: `By signing, each side accepts version ${agreement.version ?? 1} of these terms, identified by the hash ${hash}.`,
    signatures: signaturePlaces(agreement, hash),
    annexes: lettered(agreement, settings.openPoints),
  })
}

function numbered(agreement: Agreement): Section[] {
  const sections: [title: string, blocks: readonly Block[]][] = [
    ['Scope', scopeBlocks(agreement)],
    ['Responsibilities', responsibilitiesBlocks(agreement)],
    ['Response times', targetsBlocks(agreement)],
    ['Escalation', laddersBlocks(agreement)],
    ['Reporting', reportingBlocks(agreement)],
    ['Term and termination', termBlocks(agreement)],
    ['Delivery', deliveryBlocks(agreement)],
    ['Customers’ renewals', customerRenewalsBlocks(agreement)],
    ['Calendars', calendarsBlocks(agreement)],
    ['Rules of engagement', rulebookBlocks(agreement)],
    ['Positions and people', peopleBlocks(agreement)],
    ['Definitions', definitionsBlocks()],
  ]
  return sections.map(([title, blocks], index) => ({ number: String(index + 1), title, blocks }))
}

function lettered(agreement: Agreement, openPoints: OpenPoints | undefined): Section[] {
  const annexes: [title: string, blocks: readonly Block[]][] = [
    ['Holidays and other hours', closedDatesBlocks(agreement)],
    ['Known and meant so', meantBlocks(agreement)],
    ['Further words of the original document', notesBlocks(agreement)],
    ['Names in the record', registerBlocks(agreement)],
    ['Open points', openPoints === undefined ? [] : openPointsBlocks(openPoints)],
  ]
  return annexes
    .filter(([, blocks]) => blocks.length > 0)
    .map(([title, blocks], index) => ({
      number: String.fromCharCode('A'.charCodeAt(0) + index),
      title,
      blocks,
    }))
}
