import { sides } from '../identity/side.ts'
import { accepted, type Result } from '../kernel/result.ts'
import type { CalendarRefusal } from '../time/calendar-refusal.ts'
import { instantReader, type InstantReader } from './instant-reader.ts'
import type { LogMapping, StateEffect, TimeColumn } from './log-mapping.ts'
import { promiseDetector, type PromiseDetector } from './promise-detector.ts'

/** A mapping made ready: what it says about cells, as look-ups. Good for one log, since it counts what it reads. */
export interface LogReaders {
  readonly timeZone: string
  readonly missing: ReadonlySet<string>
  readonly states: ReadonlyMap<string, number>
  readonly effects: readonly StateEffect[]
  readonly priorities: ReadonlyMap<string, number>
  readonly priorityIds: readonly string[]
  /** Code of the priority of cases that have none, or -1. */
  readonly defaultPriority: number
  readonly sides: ReadonlyMap<string, number>
  readonly defaultSide: number
  readonly at: InstantReader
  readonly openedAt: InstantReader
  /** Why a time could not be read, as a sentence. */
  readonly atFormats: string
  readonly openedAtFormats: string
  readonly response: PromiseDetector
  readonly resolution: PromiseDetector
  /** Whether being in a state that is met meets the resolution. */
  readonly metStatesResolve: boolean
}

/** Refuses a time zone that does not exist; all else the mapping's form has checked. */
export function logReaders(mapping: LogMapping): Result<LogReaders, CalendarRefusal> {
  const { columns } = mapping
  const at = timeReader(mapping, columns.at)
  if (!at.ok) return at
  const openedAt = timeReader(mapping, columns.openedAt ?? columns.at)
  if (!openedAt.ok) return openedAt
  const plain = instantReader(asList(mapping.dateFormat), mapping.timeZone)
  if (!plain.ok) return plain
  const missing = new Set(['', ...(mapping.missing ?? []).map((text) => text.trim())])
  const states = Object.entries(mapping.states)
  const priorities = Object.entries(mapping.priorities ?? {})
  const priorityIds = [
    ...new Set([
      ...priorities.map(([, id]) => id),
      ...(mapping.defaultPriority === undefined ? [] : [mapping.defaultPriority]),
    ]),
  ]
  const resolved = mapping.resolution?.metBy
  return accepted({
    timeZone: mapping.timeZone,
    missing,
    states: new Map(states.map(([text], index) => [text.trim(), index])),
    effects: states.map(([, effect]) => effect),
    priorities: new Map(priorities.map(([text, id]) => [text.trim(), priorityIds.indexOf(id)])),
    priorityIds,
    defaultPriority:
      mapping.defaultPriority === undefined ? -1 : priorityIds.indexOf(mapping.defaultPriority),
    sides: new Map(
      Object.entries(mapping.sides ?? {}).map(([text, side]) => [text.trim(), sides.indexOf(side)]),
    ),
    defaultSide: sides.indexOf(mapping.owedBy ?? 'vendor'),
    at: at.value,
    openedAt: openedAt.value,
    atFormats: formatSentence(mapping, columns.at),
    openedAtFormats: formatSentence(mapping, columns.openedAt ?? columns.at),
    response: promiseDetector(mapping.response, missing, plain.value),
    resolution: promiseDetector(mapping.resolution, missing, plain.value),
    metStatesResolve: resolved === undefined || resolved.states !== undefined,
  })
}

const asList = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value

const formatsOf = (mapping: LogMapping, column: TimeColumn): readonly string[] =>
  asList((typeof column === 'string' ? undefined : column.dateFormat) ?? mapping.dateFormat)

const timeReader = (mapping: LogMapping, column: TimeColumn) =>
  instantReader(
    formatsOf(mapping, column),
    (typeof column === 'string' ? undefined : column.timeZone) ?? mapping.timeZone,
  )

const formatSentence = (mapping: LogMapping, column: TimeColumn): string =>
  `This is not a time that exists, written as ${formatsOf(mapping, column)
    .map((format) => `"${format}"`)
    .join(' or ')}.`
