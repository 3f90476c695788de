/** How one promise of each case came out, in typed columns by case: what figures, worst cases and differences read. */
export class ReplayRecords {
  /** Bits, see below; 0 where the case has no such clock. */
  readonly flags: Uint8Array
  /** Milliseconds on the clock's own line; of the slowest run for a response, of all runs for a resolution. */
  readonly used: Float64Array
  readonly budget: Float64Array
  readonly openedAt: Float64Array
  /** Of the run that counts: the slowest of a response, the last of a resolution. NaN while the clock is not met. */
  readonly metAt: Float64Array
  readonly dueAt: Float64Array
  readonly runs: Uint16Array

  constructor(cases: number) {
    this.flags = new Uint8Array(cases)
    this.used = new Float64Array(cases)
    this.budget = new Float64Array(cases)
    this.openedAt = new Float64Array(cases)
    this.metAt = new Float64Array(cases)
    this.dueAt = new Float64Array(cases)
    this.runs = new Uint16Array(cases)
  }
}

export const hasClock = 1
export const isMetFlag = 2
export const isBreachedFlag = 4
export const isCancelledFlag = 8
/** The agreement promises nothing at the case's last priority. */
export const lacksTarget = 16
/** The run that counts is paused when the log ends. */
export const isPausedAtEnd = 32
