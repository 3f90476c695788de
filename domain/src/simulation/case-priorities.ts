import type { Agreement } from '../agreement/agreement.ts'

/**
 * The priorities that a report lists: those of the agreements in their order, also where no case has them, then those
 * that only the log has. Cases are kept by their place in this list.
 */
export class CasePriorities {
  readonly ids: string[]
  /** For each case the place of its last priority; `noPriority` for a case that never has one. */
  readonly ofCase: Uint16Array

  constructor(agreements: readonly Agreement[], cases: number) {
    this.ids = [...new Set(agreements.flatMap(prioritiesOf))]
    this.ofCase = new Uint16Array(cases).fill(noPriority)
  }

  set(caseIndex: number, priority: string): void {
    let place = this.ids.indexOf(priority)
    if (place === -1) place = this.ids.push(priority) - 1
    this.ofCase[caseIndex] = place
  }

  idOf(caseIndex: number): string {
    return this.ids[this.ofCase[caseIndex] ?? noPriority] ?? ''
  }
}

export const noPriority = 0xff_ff

const prioritiesOf = (agreement: Agreement): readonly string[] =>
  agreement.priorities?.map(({ id }) => id) ??
  (agreement.targets ?? []).flatMap((row) => Object.keys(row.byPriority ?? {}))
