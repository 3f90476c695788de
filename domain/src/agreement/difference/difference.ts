import { isOrderedList, meaningOf } from '../list-order.ts'
import { pointer } from '../pointer.ts'
import { pairItems } from './list-identity.ts'

/**
 * One leaf, or one whole item of a list, that two versions do not share. Everything in which two sets of terms differ
 * is in exactly one difference; what only another order of a set changes is in none.
 */
export interface Difference {
  /** Names of fields on the way, without positions: `/targets/byPriority/high`. */
  readonly place: string
  /** JSON Pointer into the later version; into the earlier where the value is gone. */
  readonly path: string
  /** The items of lists that hold the place, outermost first: the later version's where there is one. */
  readonly within: readonly Within[]
  readonly before: unknown
  readonly after: unknown
  /** `item`: a whole item of a list came or went. `order`: the items are the same, in another order. */
  readonly what: 'value' | 'item' | 'order'
}

export interface Within {
  /** The list: `/targets`. */
  readonly place: string
  readonly before: unknown
  readonly after: unknown
}

interface At {
  readonly place: string
  readonly steps: readonly PropertyKey[]
  readonly within: readonly Within[]
}

/** Every difference between two values, in the order of the earlier version, then of what is new. */
export const differences = (before: unknown, after: unknown): readonly Difference[] =>
  compare(before, after, { place: '', steps: [], within: [] })

function compare(before: unknown, after: unknown, at: At): readonly Difference[] {
  if (meaningOf(before, at.place) === meaningOf(after, at.place)) return []
  const inside = insideOf(before, after, at)
  return inside.length > 0 ? inside : [difference(before, after, at, 'value')]
}

/** Differences inside two groups or two lists of groups; none where the values are leaves or only emptiness differs. */
function insideOf(before: unknown, after: unknown, at: At): readonly Difference[] {
  if (isLeaf(before) || isLeaf(after)) return []
  if (isItemList(before) && isItemList(after)) return compareLists(before ?? [], after ?? [], at)
  if (!isGroup(before) || !isGroup(after)) return []
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].flatMap((name) =>
    compare(before?.[name], after?.[name], {
      ...at,
      place: `${at.place}/${name}`,
      steps: [...at.steps, name],
    }),
  )
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  at: At,
): readonly Difference[] {
  const pairs = pairItems(before, after, at.place, (item) => meaningOf(item, at.place))
  const inside = pairs.flatMap((pair) => {
    const steps = [...at.steps, pair.after?.index ?? pair.before?.index ?? 0]
    const within = { place: at.place, before: pair.before?.item, after: pair.after?.item }
    const here = { ...at, steps, within: [...at.within, within] }
    return pair.before === undefined || pair.after === undefined
      ? [difference(pair.before?.item, pair.after?.item, here, 'item')]
      : compare(pair.before.item, pair.after.item, here)
  })
  if (!isOrderedList(at.place)) return inside
  const kept = pairs.filter((pair) => pair.before !== undefined && pair.after !== undefined)
  const moved = kept.some(({ after: here }, index) => {
    const next = kept[index + 1]?.after
    return here !== undefined && next !== undefined && here.index > next.index
  })
  return moved ? [...inside, difference(before, after, at, 'order')] : inside
}

const difference = (
  before: unknown,
  after: unknown,
  at: At,
  what: Difference['what'],
): Difference => ({
  place: at.place,
  path: pointer(at.steps),
  within: at.within,
  before,
  after,
  what,
})

type Group = Readonly<Record<string, unknown>>

/** Text, numbers, lists of these, and what is written as one phrase: a target, a period, a trigger. */
function isLeaf(value: unknown): boolean {
  if (value === undefined) return false
  if (Array.isArray(value)) return value.some((item) => typeof item !== 'object')
  if (typeof value !== 'object' || value === null) return true
  return 'amount' in value || ('type' in value && 'percent' in value)
}

const isItemList = (value: unknown): value is readonly unknown[] | undefined =>
  value === undefined || Array.isArray(value)

const isGroup = (value: unknown): value is Group | undefined =>
  value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value))
