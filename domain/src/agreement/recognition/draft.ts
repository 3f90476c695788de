import type { Side } from '../../identity/side.ts'
import type { AgreementFile } from '../agreement.ts'
import { clipLine, fold, freeIdentifier, slug } from './wording.ts'

/** The draft while it is being filled; each adder gives the JSON Pointer of what it added or found. */
export interface Draft {
  readonly parties: Mutable<AgreementFile['parties']>
  readonly people: Mutable<Part<'people'>>[]
  readonly positions: Mutable<Part<'positions'>>[]
  readonly responsibilities: Mutable<Part<'responsibilities'>>[]
  readonly priorities: Mutable<Part<'priorities'>>[]
  readonly targets: Mutable<Part<'targets'>>[]
  readonly pauses: Mutable<Part<'pauses'>>[]
  readonly calendars: Mutable<Part<'calendars'>>[]
  readonly ladders: Mutable<Part<'ladders'>>[]
  readonly reports: Mutable<Part<'reports'>>[]
  title?: string
  language?: string
  effectiveOn?: string
  readonly scope: Mutable<NonNullable<AgreementFile['scope']>>
  readonly delivery: Mutable<NonNullable<AgreementFile['delivery']>>
  readonly customerRenewals: Mutable<NonNullable<AgreementFile['customerRenewals']>>
  readonly term: Mutable<NonNullable<AgreementFile['term']>>
  breachCost?: Mutable<NonNullable<AgreementFile['breachCost']>>
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Part<K extends keyof AgreementFile> =
  NonNullable<AgreementFile[K]> extends readonly (infer One)[] ? One : never

export type DraftPosition = Draft['positions'][number]
export type DraftTarget = Draft['targets'][number]

export function emptyDraft(): Draft {
  return {
    parties: { vendor: {}, partner: {} },
    people: [],
    positions: [],
    responsibilities: [],
    priorities: [],
    targets: [],
    pauses: [],
    calendars: [],
    ladders: [],
    reports: [],
    scope: {},
    delivery: {},
    customerRenewals: {},
    term: {},
  }
}

/** How many entries the form allows; what comes after them stays open and becomes a note. */
const most = {
  responsibilities: 300,
  reports: 100,
  priorities: 20,
  people: 1000,
  calendars: 50,
} as const

export const hasRoom = (draft: Draft, list: keyof typeof most): boolean =>
  draft[list].length < most[list]

/** The position of that title on that side, added if it is new. A CEO on both sides is two positions. */
export function positionIn(draft: Draft, side: Side, title: string): DraftPosition {
  const wanted = slug(title, `${side}-position`)
  const known = draft.positions.find(
    (one) => one.side === side && (one.id === wanted || fold(one.title) === fold(title)),
  )
  if (known !== undefined) return known
  const isTaken = (id: string) => draft.positions.some((one) => one.id === id)
  const id = isTaken(wanted) ? freeIdentifier(`${side}-${wanted}`.slice(0, 60), isTaken) : wanted
  const position: DraftPosition = { id, side, title: clipLine(title) }
  draft.positions.push(position)
  return position
}

/** The person of that name on that side, added if new; an e-mail is kept where it is one. */
export function personIn(
  draft: Draft,
  side: Side,
  name: string,
  email?: string,
): Draft['people'][number] {
  let person = draft.people.find((one) => one.side === side && fold(one.name) === fold(name))
  if (person === undefined) {
    const isTaken = (id: string) => draft.people.some((one) => one.id === id)
    person = { id: freeIdentifier(slug(name, 'person'), isTaken), name: clipLine(name), side }
    draft.people.push(person)
  }
  if (email !== undefined && person.email === undefined && isEmail(email)) person.email = email
  return person
}

const isEmail = (text: string): boolean =>
  /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*\.[A-Za-z]{2,}$/.test(
    text,
  )

export function addHolder(position: DraftPosition, person: string): void {
  const holders = position.holders ?? []
  if (holders.length < 50 && !holders.some((one) => one.person === person)) {
    position.holders = [...holders, { person }]
  }
}

/** The ladder of a side, added if new, and where it stands. */
export function ladderOf(
  draft: Draft,
  side: Side,
): { readonly ladder: Draft['ladders'][number]; readonly path: string } {
  let index = draft.ladders.findIndex((one) => one.side === side)
  if (index < 0) index = draft.ladders.push({ side, levels: [] }) - 1
  return { ladder: draft.ladders[index] as Draft['ladders'][number], path: `/ladders/${index}` }
}

/** The row of targets for a kind and an owing side, added if new, and where it stands. */
export function targetRowOf(
  draft: Draft,
  kind: string,
  owedBy: Side | undefined,
): { readonly row: DraftTarget; readonly path: string } {
  let index = draft.targets.findIndex((one) => one.kind === kind && one.owedBy === owedBy)
  if (index < 0)
    index = draft.targets.push({ kind, ...(owedBy === undefined ? {} : { owedBy }) }) - 1
  return { row: draft.targets[index] as DraftTarget, path: `/targets/${index}` }
}

/** The file of the draft: sections that stayed empty are left out, because nothing was said about them. */
export function draftFile(draft: Draft, id: string): AgreementFile {
  const {
    scope,
    delivery,
    customerRenewals,
    term,
    parties,
    title,
    language,
    effectiveOn,
    breachCost,
    ...lists
  } = draft
  const filled = Object.entries({ scope, delivery, customerRenewals, term }).filter(
    ([, part]) => Object.keys(part).length > 0,
  )
  const used = Object.entries(lists).filter(([, list]) => list.length > 0)
  return {
    format: 'entente/agreement@1',
    id,
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    status: 'draft',
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    parties,
    ...Object.fromEntries(filled),
    ...Object.fromEntries(used),
    ...(breachCost === undefined ? {} : { breachCost }),
  }
}
