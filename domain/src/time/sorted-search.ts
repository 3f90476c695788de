/** The last index whose value is at most `wanted`, or -1. `sorted` ascends. */
export const indexAtOrBefore = (sorted: Float64Array | Int32Array, wanted: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The last index whose value is below `wanted`, or -1. `sorted` ascends. */
export const indexBefore = (sorted: Float64Array, wanted: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}
