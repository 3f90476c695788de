/**
 * Turns the texts of a column into small numbers. A log has a handful of states and priorities in a million rows, so
 * each text is looked at once: trimmed, held against what stands for "no value", found among the known or not.
 */
export class CellCodes {
  readonly #known: ReadonlyMap<string, number>
  readonly #missing: ReadonlySet<string>
  readonly #seen = new Map<string, number>()

  constructor(known: ReadonlyMap<string, number>, missing: ReadonlySet<string>) {
    this.#known = known
    this.#missing = missing
  }

  /** The code of a text, `missingCell` or `unknownCell`. */
  of(text: string): number {
    const seen = this.#seen.get(text)
    if (seen !== undefined) return seen
    const trimmed = text.trim()
    const code = this.#missing.has(trimmed)
      ? missingCell
      : (this.#known.get(trimmed) ?? unknownCell)
    if (this.#seen.size < mostRemembered) this.#seen.set(text, code)
    return code
  }
}

export const missingCell = -1
export const unknownCell = -2

/** A column full of different unknown texts must not fill the memory. */
const mostRemembered = 10_000
