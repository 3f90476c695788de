/**
 * The known word that a mistyped one most likely meant, or undefined where none is near. Case is ignored. Near means
 * at most one slip in three letters, where a slip is a letter added, dropped, changed, or swapped with its neighbour.
 */
export const nearestWord = (word: string, known: readonly string[]): string | undefined => {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let fewest = Math.floor(wanted.length / 3) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue
    const slips = slipsBetween(wanted, candidate.toLowerCase())
    if (slips < fewest) {
      fewest = slips
      best = candidate
    }
  }
  return best
}

const slipsBetween = (a: string, b: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(changed, at(last, j) + 1, at(row, j - 1) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(beforeLast, j - 2) + 1)
      }
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], i: number): number => row[i] ?? Number.POSITIVE_INFINITY
