import type { HolidaysOf } from '@entente/domain/coverage/subject.ts'
import { resolveHolidays } from '../time/resolve-holidays.ts'

/** The holidays by which the audit proposes dates, from the maintained library. */
export const holidaysOf: HolidaysOf = (place, fromYear, toYear) => {
  const resolved = resolveHolidays({ ...place, fromYear, toYear })
  return resolved.ok ? resolved.value : undefined
}
