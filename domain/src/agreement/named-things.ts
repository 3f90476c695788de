import { nearest } from '../kernel/nearest.ts'
import type { Side } from '../identity/side.ts'
import type { Agreement } from './agreement.ts'
import type { CoverageElement, Finding, PatchOperation } from './finding.ts'
import { pointer } from './pointer.ts'

/** What the parts of an agreement call each other by, looked up once. */
export interface NamedThings {
  readonly positions: ReadonlyMap<string, Side>
  readonly people: ReadonlyMap<string, Side>
  readonly priorities: ReadonlySet<string>
  readonly calendars: ReadonlySet<string>
  /** "Larkfield Robotics", or "the vendor" while it has no name. */
  readonly sideName: (side: Side) => string
}

export function namedThings(agreement: Agreement): NamedThings {
  return {
    positions: sidesById(agreement.positions),
    people: sidesById(agreement.people),
    priorities: idsOf(agreement.priorities),
    calendars: idsOf(agreement.calendars),
    sideName: (side) => agreement.parties[side].name ?? `the ${side}`,
  }
}

const idsOf = (list: readonly { readonly id: string }[] = []): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id))

const sidesById = (
  list: readonly { readonly id: string; readonly side: Side }[] = [],
): ReadonlyMap<string, Side> => new Map(list.map(({ id, side }) => [id, side]))

/** The names of one side; of both, where a place belongs to neither. A slip is never mended across the table. */
export const namesOfSide = (
  names: ReadonlyMap<string, Side>,
  side: Side | undefined,
): readonly string[] =>
  [...names].flatMap(([name, own]) => (side === undefined || own === side ? [name] : []))

export type Steps = readonly (string | number)[]

/** One place that names something, and the part of the agreement to which the place belongs. */
export interface Mention {
  readonly element: CoverageElement
  readonly path: Steps
  readonly name: string
  /** What the place is, as a sentence goes on: `level 3 of the vendor's ladder`. */
  readonly where: string
}

const whys = {
  position: 'Whoever reads this place finds nobody: work is not owned and nobody is called.',
  person: 'A name that leads to nobody leaves the place empty when it matters.',
  priority: 'No work can have this priority, so what stands here never applies.',
  calendar: 'Without its calendar the time cannot be counted.',
} as const

const lists = {
  position: 'positions',
  person: 'people',
  priority: 'priorities',
  calendar: 'calendars',
} as const

/** A finding where the named thing does not exist, with the nearest name as a patch where one is near. */
export function unknownName(
  kind: keyof typeof whys,
  mention: Mention,
  known: Iterable<string>,
): Finding {
  const near = nearest(mention.name, known)
  const patch: readonly PatchOperation[] | undefined =
    near === undefined ? undefined : [{ op: 'replace', path: pointer(mention.path), value: near }]
  return {
    code: `references.unknown-${kind}`,
    severity: 'error',
    element: mention.element,
    path: pointer(mention.path),
    what: `${capital(mention.where)} names the ${kind} "${mention.name}", which does not exist.`,
    why: whys[kind],
    fix: {
      sentence:
        near === undefined
          ? `Add "${mention.name}" to ${lists[kind]}, or name one that exists.`
          : `Did you mean "${near}"? Otherwise add "${mention.name}" to ${lists[kind]}.`,
      patch,
    },
  }
}

/** A finding of the reference check: always an error, because what does not hold together cannot be run. */
export function referenceFinding(
  code: string,
  element: CoverageElement,
  path: Steps,
  words: { readonly what: string; readonly why: string; readonly fix: string },
  patch?: readonly PatchOperation[],
): Finding {
  return {
    code,
    severity: 'error',
    element,
    path: pointer(path),
    what: words.what,
    why: words.why,
    fix: { sentence: words.fix, patch },
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
