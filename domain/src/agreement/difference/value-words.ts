import { describeKind, type CommitmentKind } from '../../commitment/kind.ts'
import { triggerText, type Trigger } from '../../commitment/ladder.ts'
import { targetText, type Target } from '../../time/target.ts'
import type { Agreement } from '../agreement.ts'
import { referringFields } from './renames.ts'

/** What names stand for in one version. A name that leads nowhere is said as it is written. */
export interface ValueNames {
  readonly position: (id: string) => string
  readonly titleAlone: (id: string) => string
  readonly person: (id: string) => string
  readonly priority: (id: string) => string
  readonly calendar: (id: string) => string
}

export function valueNames(agreement: Agreement): ValueNames {
  const positions = new Map(agreement.positions?.map((position) => [position.id, position]))
  const people = new Map(agreement.people?.map(({ id, name }) => [id, name]))
  const priorities = new Map(agreement.priorities?.map(({ id, label }) => [id, label]))
  const titleAlone = (id: string): string => positions.get(id)?.title ?? id
  return {
    titleAlone,
    position: (id) => {
      const position = positions.get(id)
      return position === undefined ? id : `${position.side}'s ${position.title}`
    },
    person: (id) => people.get(id) ?? id,
    priority: (id) => priorities.get(id) ?? id,
    calendar: (id) => id,
  }
}

/** A value in words, by the name of the field that holds it. */
export function valueWords(value: unknown, field: string, names: ValueNames): string {
  if (value === undefined) return hoursFields.has(field) ? 'closed' : 'not agreed'
  if (Array.isArray(value)) return listWords(value, field, names)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return textWords(value, field, names)
  if (typeof value === 'number') return percentFields.has(field) ? `${value} %` : String(value)
  if (typeof value !== 'object' || value === null) return 'nothing'
  if ('type' in value) return triggerText(value as Trigger)
  if ('amount' in value) return targetText(value as Target)
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => {
      const words = inBrackets(part, valueWords(part, name, names))
      return selfEvident.has(name) ? words : `${spacedName(name)} ${words}`
    })
  return parts.length === 0 ? 'nothing' : parts.join('; ')
}

/** Fields whose value says what they are. */
const selfEvident = new Set(['percent', 'apply'])

/** A day without hours is closed, whether it is left out or says so. */
const hoursFields = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'open'])

const percentFields = new Set([
  'warnAt',
  'percent',
  'capPercent',
  'share',
  'service',
  'development',
  'transaction',
  'ecosystem',
])

/** Fields whose words are names of choices, with hyphens only because they are names. */
const choiceFields = new Set([
  'startsAt',
  'metBy',
  'recurring',
  'mode',
  'onSilence',
  'delayBorneBy',
  'is',
  'cadence',
])

function listWords(list: readonly unknown[], field: string, names: ValueNames): string {
  if (list.length === 0) return hoursFields.has(field) ? 'closed' : 'nothing'
  if (field === 'holidays') return list.length === 1 ? 'one day' : `${list.length} days`
  const words = list.map((item) => inBrackets(item, valueWords(item, field, names)))
  return words.join(words.some((word) => /[,;.](?: |$)/.test(word)) ? '; ' : ', ')
}

/** A group inside a group is kept together; what is one phrase (a target, a trigger) needs no brackets. */
const inBrackets = (value: unknown, words: string): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && words.includes('; ')
    ? `(${words})`
    : words

function textWords(text: string, field: string, names: ValueNames): string {
  if (referringFields.positions.has(field)) return names.position(text)
  if (field === 'person' || field === 'deputy') return names.person(text)
  if (field === 'priority') return names.priority(text)
  if (field === 'calendar') return names.calendar(text)
  if (['kind', 'kinds', 'commitments'].includes(field)) return kindWords(text)
  if (field === 'apply') return text === 'keep' ? 'keeps its times' : 'gets the new times'
  if (choiceFields.has(field)) return text.replaceAll('-', ' ')
  return shortened(text)
}

/** A text that came or went, as far as one sentence can hold it. */
function shortened(text: string): string {
  const line = oneLine(text)
  return line.length > 160 ? `"${line.slice(0, 160)}…"` : line
}

/** `First response to a case`; a kind that nobody described by its own name. */
const kindWords = (kind: string): string => {
  const { label } = describeKind(kind as CommitmentKind)
  return label.charAt(0).toLowerCase() + label.slice(1)
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** Two long texts, cut to where they first differ, so that the sentence shows the difference. */
export function excerpts(earlier: string, later: string): readonly [string, string] {
  const [before, after] = [oneLine(earlier), oneLine(later)]
  const longest = 70
  if (before.length <= longest && after.length <= longest) return [quoted(before), quoted(after)]
  let same = 0
  while (same < Math.min(before.length, after.length) && before[same] === after[same]) same += 1
  const start = Math.max(0, before.lastIndexOf(' ', Math.max(0, same - 15)))
  const cut = (text: string): string => {
    const piece = text.slice(start, start + longest).trim()
    return `"${start > 0 ? '…' : ''}${piece}${start + longest < text.length ? '…' : ''}"`
  }
  return [cut(before), cut(after)]
}

const quoted = (text: string): string => `"${text}"`

const spacedName = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
