import { targetText, type Target } from '../../time/target.ts'
import type { Side } from '../../identity/side.ts'
import type { PlainDate } from '../../kernel/instant.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `20 November 2026`: the month in letters, because 03/04 is two different days on two sides of an ocean. */
export function dateText(date: PlainDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`
}

/** The day and month alone, below a heading that says the year. */
export const dayText = (date: PlainDate): string => dateText(date).slice(0, -5)

/** An instant as it was recorded, with its own offset: `20 November 2026, 16:30:00 (UTC+01:00)`. */
export function instantText(instant: string): string {
  const [date = '', rest = ''] = instant.split(/[Tt]/)
  const [, time = '', offset = ''] = /^([\d:.]+)(.*)$/.exec(rest) ?? []
  const zone = /^z?$/i.test(offset) ? 'UTC' : `UTC${offset}`
  return `${dateText(date as PlainDate)}, ${time} (${zone})`
}

/** `channel-manager` as words: `channel manager`. */
export const spaced = (identifier: string): string => identifier.replaceAll('-', ' ')

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const sideWord: Readonly<Record<Side, string>> = { vendor: 'Vendor', partner: 'Partner' }

/** `R`, `R and A`, `R, A and C`. */
export function joined(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** A target in the field's words; one without a basis says so, because hours and hours differ by a weekend. */
export const targetWords = (target: Target): string =>
  target.basis === undefined
    ? `${targetText(target)} (business or elapsed: not agreed)`
    : targetText(target)

/** A share in percent, its sign kept on the line of its number. */
export const percentText = (percent: number): string => `${percent}\u00A0%`

const regions = new Intl.DisplayNames(['en'], { type: 'region' })
const languages = new Intl.DisplayNames(['en'], { type: 'language' })

/** `Germany (DE)`. */
export function countryText(code: string): string {
  const name = regions.of(code)
  return name === undefined || name === code ? code : `${name} (${code})`
}

export function languageText(tag: string): string {
  const name = languages.of(tag)
  return name === undefined || name === tag ? tag : `${name} (${tag})`
}

/** At most as wide as 56 Latin letters; characters of East Asia are twice as wide. */
export function shortened(text: string): string {
  let width = 0
  let kept = ''
  for (const character of text) {
    width += /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/.test(character)
      ? 2
      : 1
    if (width > 56) return `${kept.trimEnd()}…`
    kept += character
  }
  return text
}
