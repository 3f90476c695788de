import type { Colour } from '../output.ts'

/** Seconds as people say them: `45 s`, `12 min`, `5 h 10 min`, `86 h`. Hours, never days: a business day has no one length. */
export function durationText(seconds: number | null): string {
  if (seconds === null) return '–'
  if (seconds < 60) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `${grouped(Math.round(minutes / 60))} h`
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}

/** A share as percent with one decimal. Only all of it reads as 100.0 %, and only nothing as 0.0 %. */
export function percentText(share: number | null): string {
  if (share === null) return '–'
  const perMille = Math.round(share * 1000)
  const shown = share > 0 && share < 1 ? Math.min(999, Math.max(1, perMille)) : perMille
  return `${(shown / 10).toFixed(1)} %`
}

export const grouped = (value: number): string => value.toLocaleString('en-GB')

/** Text of a file that anybody may have written, without the signs that command a terminal. */
export const plainText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, '\uFFFD')

/** `1 case`, `2 cases`. */
export const countText = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** `from → to`, or one of them where nothing changes; green where it became better. */
export function changeText(
  from: number | null,
  to: number | null,
  text: (value: number | null) => string,
  better: 'more' | 'less' | 'neither',
  colour: Colour,
): string {
  const [before, after] = [text(from), text(to)]
  if (before === after) return after
  const both = `${before} → ${after}`
  if (from === null || to === null || better === 'neither') return both
  return to > from === (better === 'more') ? colour.green(both) : colour.red(both)
}

/** `2016-03-28 08:33` in a time zone. */
export const localText = (instant: string | null, timeZone: string): string =>
  instant === null
    ? '–'
    : Temporal.Instant.from(instant)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ')
