import type { Agreement } from '../agreement/agreement.ts'
import type { CommitmentKind } from '../commitment/kind.ts'
import type { LogMapping } from './log-mapping.ts'
import type { Promised } from './promised.ts'
import type { SimulationRefusal } from './simulation-refusal.ts'

/**
 * Refuses a replay in which no clock could run, with the fix that fits: the agreement promises nothing of the kind,
 * it binds the other side alone, or it promises what the mapping does not show.
 */
export function nothingPromised(
  agreement: Agreement,
  mapping: LogMapping,
  kinds: Readonly<Record<Promised, CommitmentKind>>,
): SimulationRefusal {
  const rows = (agreement.targets ?? []).filter(({ recurring }) => recurring === undefined)
  const promised = [...new Set(rows.map(({ kind }) => kind))]
  const meant = rows.filter(({ kind }) => kind === kinds.response || kind === kinds.resolution)
  return {
    code: 'simulation.nothing-promised',
    path: '/targets',
    value: promised.length === 0 ? null : promised,
    sentence: `The agreement has no target for ${kinds.response} or ${kinds.resolution} that binds the owing side and that the log can show, so there is nothing to measure the log against.`,
    fix: fixFor(meant, mapping, kinds, promised),
  }
}

function fixFor(
  meant: NonNullable<Agreement['targets']>,
  mapping: LogMapping,
  kinds: Readonly<Record<Promised, CommitmentKind>>,
  promised: readonly string[],
): string {
  const owing = mapping.owedBy ?? 'vendor'
  const bound = meant.filter(({ owedBy = 'both' }) => owedBy === 'both' || owedBy === owing)
  if (mapping.response === undefined && bound.some(({ kind }) => kind === kinds.response)) {
    return `Say under response.metBy of the mapping which states or acts are the answer, so that ${kinds.response} is replayed.`
  }
  const [other] = meant
  if (bound.length === 0 && other !== undefined) {
    return `${other.kind} binds the ${other.owedBy} alone: write "owedBy: ${other.owedBy}" in the mapping if the log shows its work, or "owedBy: both" in the target.`
  }
  return promised.length === 0
    ? 'Add targets; "entente fix AGREEMENT" writes the standard ones into a draft.'
    : `Add such a target, or name one of ${promised.join(', ')} under kinds in the mapping.`
}
