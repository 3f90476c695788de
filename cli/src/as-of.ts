import { plainDate } from '@entente/domain/agreement/dates.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { today } from '@entente/server/app/clock.ts'

/** The day that `--today` names, else the one of this machine. */
export function readToday(option: string | undefined): Result<PlainDate, Refusal> {
  const day = option ?? today()
  if (plainDate.safeParse(day).success) return accepted(day as PlainDate)
  return refused({
    code: 'arguments.unreadable-date',
    sentence: `"${day}" is not a date.`,
    fix: 'Write year-month-day, like --today 2026-11-20.',
  })
}
