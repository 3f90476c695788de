import { day, hour, minute, type EpochMs } from '../kernel/instant.ts'
import { nearest } from '../kernel/nearest.ts'
import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'
import { readEpochDay } from '../time/local-date.ts'
import type { LocalMs } from '../time/zone.ts'
import { readIsoTime } from './iso-time.ts'

/**
 * How a log writes its times: `d/M/yyyy HH:mm`, or one of the words `iso`, `epoch` (seconds) and `epoch-ms`. Strict on
 * purpose: 31/2/2016, a 13th month and a text that goes on after the pattern are refused, never guessed.
 */
export interface DatePattern {
  readonly text: string
  read(text: string): WrittenTime | undefined
}

/** A wall time that needs a zone, or an instant where the text carries its own offset. */
export type WrittenTime = { readonly local: LocalMs } | { readonly instant: EpochMs }

export type DatePatternRefusal = Refusal & { readonly code: 'log-mapping.date-pattern' }

const words: Readonly<Record<string, (text: string) => WrittenTime | undefined>> = {
  iso: readIsoTime,
  epoch: (text) => readEpoch(text, 1000),
  'epoch-ms': (text) => readEpoch(text, 1),
}

/** Each token with the expression it reads. One letter reads one or two digits, two letters exactly two. */
const tokens: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MMM: '(?<monthName>[A-Za-z]{3})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
  SSS: '(?<fraction>\\d{3})',
  SSSSSS: '(?<fraction>\\d{6})',
  a: '(?<half>[AaPp][Mm])',
  XXX: '(?<offset>Z|[+-]\\d{2}:\\d{2})',
  XX: '(?<offset>Z|[+-]\\d{4})',
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Compiles a pattern, or refuses the token it does not know. Text between single quotes stands for itself. */
export function readDatePattern(text: string): Result<DatePattern, DatePatternRefusal> {
  const word = Object.hasOwn(words, text) ? words[text] : undefined
  if (word !== undefined) return accepted({ text, read: word })
  let expression = ''
  const seen = new Set<string>()
  for (const [part] of text.matchAll(/'[^']*'|([A-Za-z])\1*|[^A-Za-z]/g)) {
    const token = tokens[part]
    if (token !== undefined) {
      const field = /\?<(\w+)>/.exec(token)?.[1] ?? ''
      if (seen.has(field))
        return refused(unreadable(text, `"${part}" says the ${field} a second time`))
      seen.add(field)
      expression += token
    } else if (/^[A-Za-z]/.test(part) && part !== 'T') {
      return refused(unreadable(text, `"${part}" is not a part of a date`, part))
    } else expression += escaped(part.replaceAll("'", ''))
  }
  const lacking = lackingIn(seen)
  if (lacking !== undefined) return refused(unreadable(text, lacking))
  const compiled = new RegExp(`^${expression}$`)
  return accepted({ text, read: (written) => timeOf(compiled.exec(written)?.groups) })
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

function lackingIn(seen: ReadonlySet<string>): string | undefined {
  if (!seen.has('year')) return 'there is no year (yyyy)'
  if (!seen.has('month') && !seen.has('monthName')) return 'there is no month (M, MM or MMM)'
  if (!seen.has('day')) return 'there is no day (d or dd)'
  if (seen.has('hour12') && !seen.has('half')) return 'h needs AM or PM (a); write H for 24 hours'
  if (seen.has('hour') && seen.has('half')) return 'a goes with h, not with H'
  return undefined
}

function unreadable(text: string, why: string, part?: string): DatePatternRefusal {
  const near = part === undefined ? undefined : nearest(part, [...Object.keys(tokens), 'iso'])
  return {
    code: 'log-mapping.date-pattern',
    sentence: `"${text}" is not a date format: ${why}.`,
    fix: `${near === undefined ? '' : `Perhaps "${near}". `}Use ${Object.keys(tokens).join(', ')} with the signs between them, for example "d/M/yyyy HH:mm", or "iso", "epoch", "epoch-ms".`,
  }
}

function timeOf(parts: Readonly<Record<string, string>> | undefined): WrittenTime | undefined {
  if (parts === undefined) return undefined
  const month = parts['monthName']
    ? monthNames.indexOf(parts['monthName'].toLowerCase()) + 1
    : Number(parts['month'])
  const clock = clockTime(parts)
  const date = readEpochDay(
    `${parts['year']}-${String(month).padStart(2, '0')}-${(parts['day'] ?? '').padStart(2, '0')}`,
  )
  if (date === undefined || clock === undefined) return undefined
  return withOffset(date * day + clock, parts['offset'])
}

function clockTime(parts: Readonly<Record<string, string | undefined>>): number | undefined {
  const half = parts['half']?.toLowerCase()
  const twelve = Number(parts['hour12'] ?? 12)
  if (twelve < 1 || twelve > 12) return undefined
  const hours =
    half === undefined ? Number(parts['hour'] ?? 0) : (twelve % 12) + (half === 'pm' ? 12 : 0)
  const minutes = Number(parts['minute'] ?? 0)
  const seconds = Number(parts['second'] ?? 0)
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  const milliseconds = Math.floor(Number(`0.${parts['fraction'] ?? '0'}`) * 1000)
  return hours * hour + minutes * minute + seconds * 1000 + milliseconds
}

function withOffset(local: LocalMs, offset: string | undefined): WrittenTime | undefined {
  if (offset === undefined) return { local }
  if (offset === 'Z') return { instant: local as EpochMs }
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(-2))
  if (hours > 23 || minutes > 59) return undefined
  const size = hours * hour + minutes * minute
  return { instant: (offset.startsWith('-') ? local + size : local - size) as EpochMs }
}

function readEpoch(text: string, unit: number): WrittenTime | undefined {
  if (!/^-?\d{1,16}(?:\.\d{1,9})?$/.test(text)) return undefined
  return { instant: Math.round(Number(text) * unit) as EpochMs }
}
