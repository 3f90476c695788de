import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementLadder } from '../agreement/ladders.ts'
import { pointer } from '../agreement/pointer.ts'
import { triggerText, type Trigger } from '../commitment/trigger.ts'
import { unitLength } from '../time/target.ts'
import { finding } from './catalogued-finding.ts'
import { defaultTrigger } from './default-terms.ts'
import { set } from './edit.ts'
import { listed, sideName, type Rule } from './subject.ts'

type Level = AgreementLadder['levels'][number]

/** When each level is called: all of them say so, in ascending order, and the first before the breach. */
export const auditLadderTriggers: Rule = ({ agreement }) =>
  (agreement.ladders ?? []).flatMap((ladder, index) => {
    const levels = ladder.levels
      .map((level, at) => ({ level, at }))
      .toSorted((a, b) => a.level.level - b.level.level)
    return [missing, unordered, late].flatMap((rule) => rule(agreement, ladder, index, levels))
  })

interface Placed {
  readonly level: Level
  readonly at: number
}

function missing(
  agreement: Agreement,
  { side }: AgreementLadder,
  index: number,
  levels: readonly Placed[],
) {
  const open = levels.filter(({ level }) => level.trigger === undefined)
  if (open.length === 0) return []
  const filled = levels.map(({ level }, place) => level.trigger ?? defaultTrigger(place + 1))
  const fits = isAscending(filled)
  return [
    finding('ladders.trigger-missing', {
      path: pointer(['ladders', index, 'levels']),
      what: `Nothing says when ${open.length === levels.length ? 'any level' : `level ${listed(open.map(({ level }) => String(level.level)))}`} of ${sideName(agreement, side)} is called.`,
      fix: `Write a trigger for each level; the usual ones are ${listed(levels.map((_, place) => triggerText(defaultTrigger(place + 1))))}.`,
      patch: fits
        ? levels.flatMap(({ level, at }, place) =>
            level.trigger === undefined
              ? set(
                  agreement,
                  ['ladders', index, 'levels', at, 'trigger'],
                  triggerText(defaultTrigger(place + 1)),
                )
              : [],
          )
        : [],
    }),
  ]
}

function unordered(
  agreement: Agreement,
  { side }: AgreementLadder,
  index: number,
  levels: readonly Placed[],
) {
  const timed = levels.filter(({ level }) => level.trigger !== undefined)
  const triggers = timed.flatMap(({ level }) => level.trigger ?? [])
  if (isAscending(triggers)) return []
  const shares = triggers.flatMap((trigger) => (trigger.type === 'share' ? [trigger.percent] : []))
  const canSort = shares.length === triggers.length && new Set(shares).size === shares.length
  const sorted = shares.toSorted((a, b) => a - b)
  return [
    finding('ladders.triggers-not-ascending', {
      path: pointer(['ladders', index, 'levels']),
      what: `The levels of ${sideName(agreement, side)} are called at ${listed(triggers.map(triggerText))}.`,
      fix: 'Let each level be called later than the one below it.',
      patch: canSort
        ? timed.flatMap(({ at }, place) =>
            set(
              agreement,
              ['ladders', index, 'levels', at, 'trigger'],
              triggerText({ type: 'share', percent: sorted[place] ?? 100 }),
            ),
          )
        : [],
    }),
  ]
}

function late(
  agreement: Agreement,
  { side }: AgreementLadder,
  index: number,
  [first, ...others]: readonly Placed[],
) {
  const trigger = first?.level.trigger
  if (first === undefined || trigger === undefined) return []
  const isLate =
    trigger.type === 'after-due' || (trigger.type === 'share' && trigger.percent >= 100)
  if (!isLate) return []
  const usual = defaultTrigger(1)
  const upper = others.flatMap(({ level }) => level.trigger ?? [])
  return [
    finding('ladders.first-level-too-late', {
      path: pointer(['ladders', index, 'levels', first.at, 'trigger']),
      what: `The first level of ${sideName(agreement, side)} is called ${triggerText(trigger)}.`,
      fix: `Call it at ${triggerText(usual)}, while the promise can still be kept.`,
      patch: isAscending([usual, ...upper])
        ? set(agreement, ['ladders', index, 'levels', first.at, 'trigger'], triggerText(usual))
        : [],
    }),
  ]
}

/** Each later than the one before, as far as they can be compared without knowing the budget. */
function isAscending(triggers: readonly Trigger[]): boolean {
  const placed = triggers.flatMap((trigger) => placeOf(trigger) ?? [])
  return placed.every((place, at) => {
    const before = placed[at - 1]
    if (before === undefined) return true
    if (before.phase !== place.phase) return before.phase < place.phase
    return before.unit !== place.unit || before.value < place.value
  })
}

/**
 * Before the due instant, at it, or after it; inside a phase shares compare with shares and offsets with offsets.
 * A level that waits for an acknowledgement follows the one below it by itself.
 */
function placeOf(
  trigger: Trigger,
): { readonly phase: number; readonly unit: string; readonly value: number } | undefined {
  switch (trigger.type) {
    case 'share':
      return { phase: Math.sign(trigger.percent - 100), unit: 'share', value: trigger.percent }
    case 'before-due':
      return { phase: -1, unit: 'offset', value: -trigger.amount * unitLength[trigger.unit] }
    case 'after-due':
      return {
        phase: trigger.amount === 0 ? 0 : 1,
        unit: 'offset',
        value: trigger.amount * unitLength[trigger.unit],
      }
    case 'unacknowledged':
      return undefined
  }
  return trigger satisfies never
}
