import type { PlainDate } from '../kernel/instant.ts'

/** What a replay took for granted, and what a reader of its figures should know; each sentence once, in order. */
export class Remarks {
  readonly #assumptions = new Set<string>()
  readonly #notes = new Set<string>()
  readonly #calendars = new Map<string, CalendarUse>()

  assume(sentence: string): void {
    this.#assumptions.add(sentence)
  }

  note(sentence: string): void {
    this.#notes.add(sentence)
  }

  useCalendar(
    id: string,
    holidays: readonly { readonly date: PlainDate }[],
    resolvedUntil: PlainDate | undefined,
  ): void {
    this.#calendars.set(id, { dates: holidays.map(({ date }) => date), resolvedUntil })
  }

  /** Says where a calendar knows no holidays of the years that the log covers: weekly hours alone then count. */
  checkCalendars(from: PlainDate, until: PlainDate): void {
    for (const [id, { dates, resolvedUntil }] of this.#calendars) {
      const inside = dates.filter((date) => date >= from && date <= until).length
      if (inside === 0) {
        this.note(
          `Calendar "${id}" has no holiday between ${from} and ${until}: weekly hours alone count there.`,
        )
      } else if (resolvedUntil !== undefined && resolvedUntil < until) {
        this.note(
          `Calendar "${id}" knows its holidays until ${resolvedUntil}; after it weekly hours alone count.`,
        )
      }
    }
  }

  get assumptions(): readonly string[] {
    return [...this.#assumptions]
  }

  get notes(): readonly string[] {
    return [...this.#notes]
  }
}

interface CalendarUse {
  readonly dates: readonly PlainDate[]
  readonly resolvedUntil: PlainDate | undefined
}
