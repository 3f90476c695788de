/**
 * The value below which the given share of a sample lies, by linear interpolation between the two nearest ranks: the
 * definition of PostgreSQL's `percentile_cont`, so that a figure computed here equals one computed by a query.
 * `sorted` rises; `share` is from 0 to 1. Undefined for an empty sample.
 */
export function percentileOf(sorted: readonly number[], share: number): number | undefined {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is from 0 to 1, not ${share}`)
  const rank = share * (sorted.length - 1)
  const below = sorted[Math.floor(rank)]
  const above = sorted[Math.ceil(rank)]
  if (below === undefined || above === undefined) return undefined
  return below + (above - below) * (rank - Math.floor(rank))
}

/** Several shares of an unsorted sample at once; the sample is left as it is. */
export function percentilesOf(
  sample: readonly number[],
  shares: readonly number[],
): readonly (number | undefined)[] {
  const sorted = sample.toSorted((a, b) => a - b)
  return shares.map((share) => percentileOf(sorted, share))
}
