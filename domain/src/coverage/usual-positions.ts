import type { Agreement } from '../agreement/agreement.ts'
import type { PatchOperation } from '../agreement/finding.ts'
import type { Side } from '../identity/side.ts'
import { ladderPositions } from './default-terms.ts'
import { append } from './edit.ts'
import { holdersOn, namesAnybody, positionOf } from './roster.ts'
import type { Subject } from './subject.ts'

/**
 * The position that first answers for a side: the first level of its ladder, else its first position. Nothing while
 * the side has none, and nothing while nobody holds it although the side names people: a fix must not send work to
 * an empty chair.
 */
export function firstPosition({ agreement, today }: Subject, side: Side): string | undefined {
  const ladder = agreement.ladders?.find((one) => one.side === side)
  const levels = ladder?.levels.toSorted((a, b) => a.level - b.level) ?? []
  const candidates = [
    ...levels.flatMap((level) => level.position ?? []),
    ...(agreement.positions ?? []).filter((one) => one.side === side).map((one) => one.id),
  ]
  const mayBeEmpty = !namesAnybody(agreement, side)
  return candidates.find((id) => {
    const position = positionOf(agreement, id)
    return position?.side === side && (mayBeEmpty || holdersOn(position, today).length > 0)
  })
}

/** That position, or the usual one with the operations that add it. */
export function firstOrUsualPosition(
  subject: Subject,
  side: Side,
): { readonly id: string; readonly patch: readonly PatchOperation[] } {
  const existing = firstPosition(subject, side)
  if (existing !== undefined) return { id: existing, patch: [] }
  const [usual] = ladderPositions(side)
  if (usual === undefined) throw new Error(`the standard ladder of the ${side} has no positions`)
  return { id: usual.id, patch: addPositions(subject.agreement, side, [usual.id]) }
}

/** Operations that add those of the template's ladder positions which do not exist yet, under any side. */
export function addPositions(
  agreement: Agreement,
  side: Side,
  ids: readonly string[],
): readonly PatchOperation[] {
  const missing = ladderPositions(side).filter(
    ({ id }) => ids.includes(id) && positionOf(agreement, id) === undefined,
  )
  return append(
    agreement,
    ['positions'],
    missing.map(({ id, title }) => ({ id, side, title })),
  )
}
