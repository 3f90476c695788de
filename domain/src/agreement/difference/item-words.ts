import { describeKind, subjectOf, promiseOf, type CommitmentKind } from '../../commitment/kind.ts'
import type { ValueNames } from './value-words.ts'

type Item = Readonly<Record<string, unknown>>

/** What an item of a list is called at the head of a sentence: `Support`, `Vendor ladder`, `Calendar vendor-office`. */
export function itemWords(place: string, item: unknown, names: ValueNames): string {
  const fields = (typeof item === 'object' && item !== null ? item : {}) as Item
  const text = (name: string): string => {
    const value = fields[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  switch (place) {
    case '/people':
      return `${text('name')} (${text('side')})`
    case '/people/absences':
      return `absence from ${text('from')}`
    case '/positions':
      return `${capital(text('side'))}'s ${text('title')}`
    case '/positions/holders':
      return `holder ${names.person(text('person'))}`
    case '/responsibilities':
      return text('label')
    case '/priorities':
      return `Priority ${text('label')}`
    case '/targets':
      return targetWords(text('kind') as CommitmentKind)
    case '/pauses':
      return `Pause "${text('label')}"`
    case '/breachCost/credits':
      return `Credit for ${targetWords(text('kind') as CommitmentKind)}${text('priority') === '' ? '' : ` (${names.priority(text('priority'))})`}`
    case '/calendars':
      return `Calendar ${text('id')}`
    case '/calendars/holidays':
      return `${text('date')} (${text('name')})`
    case '/calendars/exceptions':
      return `exception on ${text('date')}`
    case '/ladders':
      return `${capital(text('side'))} ladder`
    case '/ladders/levels':
      return `level ${text('level')}`
    case '/delivery/milestones':
      return `Milestone "${text('title')}"`
    case '/reports':
      return `Report "${text('title')}"`
    case '/term/triggers':
      return `Termination trigger ${text('id')}`
    case '/term/windDown':
      return `Wind-down of "${text('what')}"`
    case '/amends/openWork':
      return `Open work of ${targetWords(text('kind') as CommitmentKind)}`
    case '/meant':
      return `Meant so: ${text('code')}${text('at') === '' ? '' : ` at ${text('at')}`}`
    case '/notes':
      return 'Note'
    default:
      return ''
  }
}

/** `Response` for the kinds of a case, which everybody means; `Lead acceptance` for others. */
export function targetWords(kind: CommitmentKind): string {
  if (!kind.includes('.')) return kind
  const promise = promiseOf(kind).replaceAll('-', ' ')
  if (subjectOf(kind) === 'case') return promise
  return describeKind(kind).label.includes(' ')
    ? `${subjectOf(kind).replaceAll('-', ' ')} ${promise}`
    : promise
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Fields that the head of the sentence says already. */
export const saidInHead: Readonly<Record<string, readonly string[]>> = {
  '/people': ['id', 'name', 'side'],
  '/positions': ['id', 'side', 'title'],
  '/responsibilities': ['activity', 'label'],
  '/priorities': ['id', 'label'],
  '/targets': ['kind'],
  '/pauses': ['reason', 'label'],
  '/calendars': ['id'],
  '/ladders': ['side'],
  '/ladders/levels': ['level'],
  '/delivery/milestones': ['id', 'title'],
  '/reports': ['id', 'title'],
  '/term/triggers': ['id'],
  '/term/windDown': ['what'],
  '/breachCost/credits': ['kind', 'priority'],
  '/amends/openWork': ['kind'],
  '/meant': ['code', 'at'],
  '/calendars/holidays': ['date', 'name'],
  '/calendars/exceptions': ['date'],
  '/positions/holders': ['person'],
  '/people/absences': ['from'],
}
