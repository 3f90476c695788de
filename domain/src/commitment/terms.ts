import type { Side } from '../identity/side.ts'
import type { BusinessCalendar } from '../time/business-calendar.ts'
import type { SettledTarget } from '../time/target.ts'
import { describeKind, type CommitmentKind, type Reopening } from './kind.ts'

/**
 * The terms under which one kind of clock runs: what a version of an agreement or rulebook says about it, ready for
 * the engine. A clock keeps the terms under which it opened until an event re-targets it.
 */
export interface ClockTerms {
  readonly kind: CommitmentKind
  readonly owedBy: Side
  /** The version these terms come from: a hash or a label, for people and records. */
  readonly version: string
  /** By default the calendar of the side that owes. */
  readonly calendar: BusinessCalendar
  /** The target of a priority; undefined where nothing is promised, and such a clock cannot open. */
  readonly targetFor: (priority: string) => SettledTarget | undefined
  /** Share of the budget at which a warning is due, 0.75 by default. */
  readonly warnAt: number
  /** The warning share of one priority's target, where it differs from `warnAt`. */
  readonly warnAtFor?: ((priority: string) => number | undefined) | undefined
  /** The reasons that may pause this clock; empty when it never pauses. */
  readonly pauseReasons: ReadonlySet<string>
  /** The acts that meet it; of a recurring update, one turn of it. */
  readonly metBy: ReadonlySet<string>
  /** The acts that end a recurring update for good. */
  readonly endedBy?: ReadonlySet<string> | undefined
  readonly onReopen: Reopening
  /** Whether handing the work to another team starts the clock anew. Without it the clock is kept. */
  readonly onHandover?: 'keep' | 'start-anew' | undefined
  /**
   * A recurring update. `while-they-wait`: starts when the other side writes, is met by our public update, starts
   * again at their next message. `while-open`: starts again at each update.
   */
  readonly recurring?: 'while-they-wait' | 'while-open' | undefined
  /**
   * The response target of the same work. The first turn of a recurring update does not fall due before it, however
   * short the update target is.
   */
  readonly notBefore?: ((priority: string) => SettledTarget | undefined) | undefined
}

/** What must be said about a clock; the rest follows from its kind. */
export type TermsChoice = Pick<
  ClockTerms,
  'kind' | 'owedBy' | 'version' | 'calendar' | 'targetFor'
> &
  Partial<Omit<ClockTerms, 'pauseReasons' | 'metBy' | 'endedBy'>> & {
    readonly pauseReasons?: Iterable<string> | undefined
    readonly metBy?: Iterable<string> | undefined
    readonly endedBy?: Iterable<string> | undefined
  }

/**
 * Completes terms by the defaults of their kind. Pause reasons are never invented: an agreement that names none has
 * a clock that does not pause, whatever its kind.
 */
export function clockTerms(choice: TermsChoice): ClockTerms {
  const kind = describeKind(choice.kind)
  return {
    kind: choice.kind,
    owedBy: choice.owedBy,
    version: choice.version,
    calendar: choice.calendar,
    targetFor: choice.targetFor,
    warnAt: choice.warnAt ?? 0.75,
    warnAtFor: choice.warnAtFor,
    pauseReasons: new Set(choice.pauseReasons ?? []),
    metBy: new Set(choice.metBy ?? kind.metBy),
    endedBy: new Set(choice.endedBy ?? kind.endedBy),
    onReopen: choice.onReopen ?? kind.onReopen,
    onHandover: choice.onHandover,
    recurring: choice.recurring,
    notBefore: choice.notBefore,
  }
}
