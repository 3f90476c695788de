import type { EpochMs } from '../kernel/instant.ts'
import type { EpochDay } from './local-date.ts'

/**
 * The limits of all calendars: from 1800-01-01 to 2400-01-01 in UTC. Wide enough for any term that people sign, narrow
 * enough that no question compiles without end. An edge that accepts instants from outside asks `isWithinHorizon`.
 */
export const earliestDay: EpochDay = -62_091
export const latestDay: EpochDay = 157_054

export const earliestInstant = (earliestDay * 86_400_000) as EpochMs
export const latestInstant = (latestDay * 86_400_000) as EpochMs

export const isWithinHorizon = (at: EpochMs): boolean => at >= earliestInstant && at < latestInstant
