import type { Agreement } from '../agreement/agreement.ts'
import type { Finding } from '../agreement/finding.ts'
import type { MeantPoint } from '../agreement/meant.ts'
import { pointer } from '../agreement/pointer.ts'
import { nearest } from '../kernel/nearest.ts'
import { finding } from './catalogued-finding.ts'
import { append, drop, set } from './edit.ts'
import { catalogueEntry, findingsCatalogue } from './findings-catalogue.ts'
import { namedPlace } from './named-place.ts'
import { isSigned } from './next-draft.ts'

/** A finding that both sides know and leave as it is. */
export interface MeantFinding {
  readonly finding: Finding
  readonly because: string
}

/**
 * Sorts findings into those that are open and those that the agreement says are meant so. An error is never meant so:
 * what cannot be run does not become right by a reason.
 */
export function sortMeant(
  agreement: Agreement,
  found: readonly Finding[],
): { readonly open: readonly Finding[]; readonly meant: readonly MeantFinding[] } {
  const { meant: points = [] } = agreement
  if (points.length === 0) return { open: found, meant: [] }
  const open: Finding[] = []
  const meant: MeantFinding[] = []
  for (const one of found) {
    const point = points.find((candidate) => settles(agreement, candidate, one))
    if (point === undefined) open.push(one)
    else meant.push({ finding: one, because: point.because })
  }
  return { open, meant }
}

const settles = (agreement: Agreement, { code, at }: MeantPoint, one: Finding): boolean =>
  code === one.code &&
  one.severity !== 'error' &&
  (at === undefined || at === namedPlace(agreement, one.path))

/** Points that settle nothing. What both have accepted is left alone: it settled something on the day of signing. */
export function idlePoints(agreement: Agreement, found: readonly Finding[]): readonly Finding[] {
  if (isSigned(agreement)) return []
  return (agreement.meant ?? []).flatMap((point, index) => {
    if (found.some((one) => settles(agreement, point, one))) return []
    const place = ['meant', index]
    const path = pointer(place)
    const element = catalogueEntry(point.code)?.element ?? 'scope'
    const isGrave =
      catalogueEntry(point.code)?.severity === 'error' ||
      found.some(({ code, severity }) => code === point.code && severity === 'error')
    if (isGrave) {
      return [
        finding('meant.error', {
          path,
          element,
          what: `"${point.code}" is an error, and is written down as meant so.`,
          fix: 'Mend the error, and delete the point.',
          patch: drop(agreement, place),
        }),
      ]
    }
    return [
      finding('meant.nothing-found', {
        path,
        element,
        what: `The audit does not find "${point.code}"${point.at === undefined ? '' : ` at ${point.at}`}, and it is written down as meant so.`,
        ...mending(agreement, point, index, found),
      }),
    ]
  })
}

/** A place by numbers gets its names; whether a point is a slip or was settled since, people say. */
function mending(
  agreement: Agreement,
  point: MeantPoint,
  index: number,
  found: readonly Finding[],
) {
  const numbered = found.find(({ code, path }) => code === point.code && path === point.at)
  if (numbered !== undefined) {
    const named = namedPlace(agreement, numbered.path)
    const patch = set(agreement, ['meant', index, 'at'], named)
    return { fix: `Name the place by its items: ${named}.`, patch }
  }
  const isKnown = catalogueEntry(point.code) !== undefined
  const near = isKnown ? undefined : nearest(point.code, Object.keys(findingsCatalogue))
  return {
    fix: `${near === undefined ? '' : `Did you mean "${near}"? `}Correct the point, or delete it.`,
    choices: [
      { id: 'delete', label: 'Delete the point', patch: drop(agreement, ['meant', index]) },
    ],
  }
}

/** The operations that write a point down; without a place it holds for every finding of the code. */
export const meantPatch = (
  agreement: Agreement,
  point: { readonly code: string; readonly path?: string | undefined; readonly because: string },
) =>
  append(
    agreement,
    ['meant'],
    [
      {
        code: point.code,
        ...(point.path !== undefined && { at: namedPlace(agreement, point.path) }),
        because: point.because,
      },
    ],
  )
