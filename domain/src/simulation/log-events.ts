/** What one usable row says, as numbers: states and priorities are indexes into the mapping's own lists. */
export interface LogEvent {
  readonly caseIndex: number
  readonly at: number
  /** Index of the state's effect, or `nothing`. */
  readonly effect: number
  readonly priority: number
  readonly meets: number
  /** The instants that a column of times names for a promise, NaN for none. */
  readonly responseAt: number
  readonly resolutionAt: number
  /** Index of the value of a watched column ("first change"), or `nothing`. */
  readonly responseWatch: number
  readonly resolutionWatch: number
  readonly print: number
  readonly row: number
  readonly line: number
}

export const nothing = 0xff_ff

/** Bits of `meets`. */
export const meetsResponse = 1
export const meetsResolution = 2

/**
 * The events of a log in typed columns, 60 bytes each: a log of a million rows fits where its text would not.
 * Columns double when they are full.
 */
export class LogEvents {
  size = 0
  caseIndex = new Uint32Array(1024)
  at = new Float64Array(1024)
  effect = new Uint16Array(1024)
  priority = new Uint16Array(1024)
  meets = new Uint8Array(1024)
  responseAt = new Float64Array(1024)
  resolutionAt = new Float64Array(1024)
  responseWatch = new Uint32Array(1024)
  resolutionWatch = new Uint32Array(1024)
  print = new Int32Array(1024)
  row = new Uint32Array(1024)
  line = new Uint32Array(1024)

  add(event: LogEvent): void {
    if (this.size === this.at.length) this.#grow()
    const i = this.size
    this.size += 1
    this.caseIndex[i] = event.caseIndex
    this.at[i] = event.at
    this.effect[i] = event.effect
    this.priority[i] = event.priority
    this.meets[i] = event.meets
    this.responseAt[i] = event.responseAt
    this.resolutionAt[i] = event.resolutionAt
    this.responseWatch[i] = event.responseWatch
    this.resolutionWatch[i] = event.resolutionWatch
    this.print[i] = event.print
    this.row[i] = event.row
    this.line[i] = event.line
  }

  /** Positions of each case's events: in the order of the file, cases one after another; and where each case begins. */
  byCase(cases: number): { readonly starts: Uint32Array; readonly order: Uint32Array } {
    const starts = new Uint32Array(cases + 1)
    for (let i = 0; i < this.size; i += 1) {
      const next = (this.caseIndex[i] as number) + 1
      starts[next] = (starts[next] as number) + 1
    }
    for (let c = 0; c < cases; c += 1) {
      starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number)
    }
    const free = starts.slice(0, cases)
    const order = new Uint32Array(this.size)
    for (let i = 0; i < this.size; i += 1) {
      const c = this.caseIndex[i] as number
      order[free[c] as number] = i
      free[c] = (free[c] as number) + 1
    }
    return { starts, order }
  }

  #grow(): void {
    const size = this.at.length * 2
    this.caseIndex = grown(this.caseIndex, new Uint32Array(size))
    this.at = grown(this.at, new Float64Array(size))
    this.effect = grown(this.effect, new Uint16Array(size))
    this.priority = grown(this.priority, new Uint16Array(size))
    this.meets = grown(this.meets, new Uint8Array(size))
    this.responseAt = grown(this.responseAt, new Float64Array(size))
    this.resolutionAt = grown(this.resolutionAt, new Float64Array(size))
    this.responseWatch = grown(this.responseWatch, new Uint32Array(size))
    this.resolutionWatch = grown(this.resolutionWatch, new Uint32Array(size))
    this.print = grown(this.print, new Int32Array(size))
    this.row = grown(this.row, new Uint32Array(size))
    this.line = grown(this.line, new Uint32Array(size))
  }
}

const grown = <Column extends { set(from: ArrayLike<number>): void } & ArrayLike<number>>(
  from: Column,
  to: Column,
): Column => {
  to.set(from)
  return to
}
