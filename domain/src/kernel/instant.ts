/**
 * Instants and dates as plain data. Inside the engines an instant is a number of milliseconds since 1970 in UTC;
 * Temporal objects stay at the edge, because in an inner loop they cost three quarters of the time.
 */
declare const epochMs: unique symbol
declare const plainDate: unique symbol

/** An exact instant: milliseconds since 1970-01-01T00:00Z. Never a local time, never seconds. */
export type EpochMs = number & { readonly [epochMs]: true }

/** A date without time or zone, `YYYY-MM-DD`. The brand prevents "the date at midnight UTC", which is another day elsewhere. */
export type PlainDate = string & { readonly [plainDate]: true }

/** Milliseconds of physical time. */
export type DurationMs = number

export const minute = 60_000
export const hour = 3_600_000
export const day = 86_400_000
