import { CellCodes } from './cell-codes.ts'
import { nothing } from './log-events.ts'
import type { InstantReader } from './instant-reader.ts'
import type { PromiseSource } from './promise-source.ts'

/** Says of a row whether it keeps a promise, by any of the sources that the mapping names. */
export interface PromiseDetector {
  meets(stateText: string, actText: string, columnText: string): boolean
  /** The instant that the column names; NaN without one or where it is missing. */
  instant(columnText: string): number
  /** A number for the value of a watched column; `nothing` where nothing is watched. */
  watch(columnText: string): number
}

export function promiseDetector(
  source: PromiseSource | undefined,
  missing: ReadonlySet<string>,
  times: InstantReader,
): PromiseDetector {
  const metBy = source?.metBy
  const column = metBy?.column
  const states = new CellCodes(indexed(metBy?.states), new Set())
  const acts = new CellCodes(indexed(metBy?.acts), new Set())
  const equals = new CellCodes(
    indexed(column !== undefined && 'equals' in column ? column.equals : undefined),
    missing,
  )
  const hasStates = metBy?.states !== undefined
  const hasActs = metBy?.acts !== undefined
  const isFilled = column !== undefined && 'filled' in column
  const isEqual = column !== undefined && 'equals' in column
  const isTime = column !== undefined && 'holds' in column
  const isWatched = column !== undefined && 'changed' in column
  const watched = new Map<string, number>()
  return {
    meets: (stateText, actText, columnText) =>
      (hasStates && states.of(stateText) >= 0) ||
      (hasActs && acts.of(actText) >= 0) ||
      (isEqual && equals.of(columnText) >= 0) ||
      (isFilled && !missing.has(columnText.trim())),
    instant: (columnText) => {
      if (!isTime) return Number.NaN
      const text = columnText.trim()
      return missing.has(text) ? Number.NaN : times.read(text)
    },
    watch: (columnText) => {
      if (!isWatched) return nothing
      const text = columnText.trim()
      const known = watched.get(text)
      if (known !== undefined) return known
      const code = watched.size + nothing + 1
      watched.set(text, code)
      return code
    },
  }
}

const indexed = (values: readonly string[] | undefined): ReadonlyMap<string, number> =>
  new Map((values ?? []).map((value, index) => [value.trim(), index]))
