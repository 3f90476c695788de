import { day, hour, minute } from '../kernel/instant.ts'
import type { LocalInterval } from './calendar-definition.ts'

/** An interval as milliseconds after the midnight at which its day begins; `end` passes 24 h for a night shift. */
export interface LocalSpan {
  readonly start: number
  readonly end: number
}

const pattern = /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/

/**
 * Reads `09:00-17:00`, `00:00-24:00` or `22:00-06:00`; undefined for anything else. An end at or before the start lies
 * on the next day, so `09:00-09:00` lasts until nine the next morning.
 */
export const readLocalInterval = (text: LocalInterval): LocalSpan | undefined => {
  const parts = pattern.exec(text)
  if (!parts) return undefined
  const start = timeOf(parts[1], parts[2])
  const end = timeOf(parts[3], parts[4])
  if (start === undefined || end === undefined || start === day) return undefined
  return { start, end: end > start ? end : end + day }
}

/** `09:05` of milliseconds after midnight; hours past 24 count from the next midnight. */
export const clockText = (time: number): string => {
  const inDay = time > day ? time - day : time
  return `${pad(Math.floor(inDay / hour))}:${pad(Math.floor((inDay % hour) / minute))}`
}

const timeOf = (hours = '', minutes = ''): number | undefined => {
  const time = Number(hours) * hour + Number(minutes) * minute
  return Number(minutes) < 60 && time <= day ? time : undefined
}

const pad = (value: number): string => String(value).padStart(2, '0')
