import { nearest } from '../kernel/nearest.ts'
import type { Refusal } from '../kernel/result.ts'
import type { LogMapping, TimeColumn } from './log-mapping.ts'
import type { PromiseSource } from './promise-source.ts'

/** Where each column of the mapping stands in the rows of a log, counted from 0; -1 for a column that is not used. */
export interface LogColumns {
  readonly width: number
  readonly names: readonly string[]
  readonly case: number
  readonly at: number
  readonly state: number
  readonly priority: number
  readonly openedAt: number
  readonly act: number
  readonly owedBy: number
  readonly response: number
  readonly resolution: number
}

export interface LogHeaderRefusal extends Refusal {
  readonly code: 'log.column-missing' | 'log.column-twice'
  readonly value: string
}

export type LogColumnsResult =
  | { readonly ok: true; readonly value: LogColumns }
  | { readonly ok: false; readonly refusals: readonly LogHeaderRefusal[] }

export const columnName = (column: TimeColumn): string =>
  typeof column === 'string' ? column : column.column

export const sourceColumn = (source: PromiseSource | undefined): string | undefined =>
  source?.metBy.column?.name

/** The columns that a mapping needs, each once. */
export function neededColumns(mapping: LogMapping): readonly string[] {
  const { columns, response, resolution } = mapping
  const names = [
    columns.case,
    columnName(columns.at),
    columns.state,
    columns.priority,
    columns.openedAt === undefined ? undefined : columnName(columns.openedAt),
    columns.act,
    columns.owedBy,
    sourceColumn(response),
    sourceColumn(resolution),
  ]
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** Finds the mapping's columns in a header; refuses each that is not there, or there twice, with the nearest name. */
export function placeColumns(header: readonly string[], mapping: LogMapping): LogColumnsResult {
  const names = header.map((name) => name.trim())
  const refusals = neededColumns(mapping).flatMap((name) => columnRefusal(name, names))
  if (refusals.length > 0) return { ok: false, refusals }
  const place = (name: string | undefined): number =>
    name === undefined ? -1 : names.indexOf(name)
  const { columns } = mapping
  const value = {
    width: header.length,
    names,
    case: place(columns.case),
    at: place(columnName(columns.at)),
    state: place(columns.state),
    priority: place(columns.priority),
    openedAt: place(columns.openedAt === undefined ? undefined : columnName(columns.openedAt)),
    act: place(columns.act),
    owedBy: place(columns.owedBy),
    response: place(sourceColumn(mapping.response)),
    resolution: place(sourceColumn(mapping.resolution)),
  }
  return { ok: true, value }
}

function columnRefusal(name: string, names: readonly string[]): readonly LogHeaderRefusal[] {
  const found = names.filter((other) => other === name).length
  if (found === 1) return []
  if (found > 1) {
    const sentence = `The log has ${found} columns named "${name}".`
    return [{ code: 'log.column-twice', value: name, sentence, fix: 'Rename all but one of them.' }]
  }
  const near = nearest(name, names)
  const listed = names
    .slice(0, 40)
    .map((other) => `"${other.slice(0, 60)}"`)
    .join(', ')
  return [
    {
      code: 'log.column-missing',
      value: name,
      sentence: `The log has no column named "${name}".`,
      fix:
        near === undefined
          ? `Name one of its columns in the mapping: ${listed}.`
          : `Write "${near}" in the mapping.`,
    },
  ]
}
