import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'

/**
 * What is promised, written *subject.promise*: `case.response`, `lead.acceptance`. A kind decides which acts stop its
 * clock, whether the clock pauses by default, and what a reopening does. The table holds the kinds the areas use; a
 * new area adds rows, never an engine. A kind that the table does not know is allowed and takes the defaults of its
 * promise, so that an agreement may promise something nobody thought of.
 *
 * The rule that surprises: a response clock does not pause and starts anew when work is reopened, whereas a
 * resolution clock pauses and continues where it stopped.
 */
export type CommitmentKind = `${string}.${string}`

/** `continue`: the next run uses what is left of the budget. `start-anew`: it has a full budget. */
export type Reopening = 'continue' | 'start-anew'

export interface KindDescription {
  readonly kind: CommitmentKind
  readonly label: string
  /** Whether its clock pauses where the agreement says nothing. */
  readonly pauses: boolean
  /** The acts that meet it. Anything else (an automatic mail, an internal note) leaves the clock running. */
  readonly metBy: readonly string[]
  /** For a recurring promise: the acts that end it for good instead of meeting one turn. */
  readonly endedBy: readonly string[]
  readonly onReopen: Reopening
}

export type KindRefusal = Refusal & { readonly code: 'commitment.kind-unreadable' }

type PromiseDefaults = Omit<KindDescription, 'kind' | 'label'>

const once = (...metBy: readonly string[]): PromiseDefaults => ({
  pauses: false,
  metBy,
  endedBy: [],
  onReopen: 'continue',
})

const defaultsByPromise: Readonly<Record<string, PromiseDefaults>> = {
  response: { ...once('public-reply'), onReopen: 'start-anew' },
  answer: { ...once('public-reply', 'answer'), onReopen: 'start-anew' },
  workaround: { ...once('workaround', 'resolution'), pauses: true },
  resolution: { ...once('resolution'), pauses: true },
  completion: { ...once('completion'), pauses: true },
  update: { ...once('public-reply'), pauses: true, endedBy: ['resolution', 'completion'] },
}

const labels: Readonly<Record<CommitmentKind, string>> = {
  'case.response': 'First response to a case',
  'case.workaround': 'Workaround for a case',
  'case.resolution': 'Resolution of a case',
  'case.update': 'Updates on a case',
  'request.answer': 'Answer to a request',
  'request.completion': 'Completion of a request',
  'registration.decision': 'Decision on a deal registration',
  'lead.acceptance': 'Acceptance of a lead',
  'lead.contact': 'First contact with a lead',
  'fund-request.decision': 'Decision on a fund request',
  'claim.payment': 'Payment of a claim',
  'rulebook.acknowledgement': 'Acknowledgement of the rulebook',
  'report.delivery': 'Delivery of a report',
  'review.holding': 'Holding of a review',
  'delivery.handover': 'Handover of a delivery',
  'delivery.acceptance': 'Acceptance of a delivery',
  'renewal.start': "Start of a customer's renewal",
  'data-gap.closure': 'Closure of a data gap',
}

/** The kinds that the areas use, in their order. */
export const knownKinds = Object.keys(labels) as readonly CommitmentKind[]

/** The part after the dot: `resolution` of `case.resolution`. */
export const promiseOf = (kind: CommitmentKind): string => kind.slice(kind.indexOf('.') + 1)

/** The part before the dot: `case` of `case.resolution`. */
export const subjectOf = (kind: CommitmentKind): string => kind.slice(0, kind.indexOf('.'))

/** What a kind means where the agreement says nothing. Unknown kinds take the defaults of their promise. */
export function describeKind(kind: CommitmentKind): KindDescription {
  const promise = promiseOf(kind)
  const label = labels[kind] ?? `${spaced(promise)} of ${spaced(subjectOf(kind)).toLowerCase()}`
  return { kind, label, ...(defaultsByPromise[promise] ?? once(promise)) }
}

/** Reads `subject.promise`, each part in kebab-case. Refuses anything else, naming what was read. */
export function readKind(text: string): Result<CommitmentKind, KindRefusal> {
  const kind = text.trim()
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kind)) {
    return accepted(kind as CommitmentKind)
  }
  return refused({
    code: 'commitment.kind-unreadable',
    sentence: `"${text}" is not a kind of commitment.`,
    fix: 'Write subject.promise in small letters, for example case.response or lead.acceptance.',
  })
}

const spaced = (text: string): string => {
  const words = text.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
