import type { Refusal } from '@entente/domain/kernel/result.ts'

/** Why a file cannot be used: where, what stands there, and how to mend it. Lines and columns count from 1. */
export interface FileRefusal extends Refusal {
  readonly file: string
  readonly line?: number | undefined
  readonly column?: number | undefined
  /** JSON Pointer to the value, where the file could be read that far. */
  readonly path?: string | undefined
  /** The offending value as a person would recognise it, cut when long. */
  readonly value?: unknown
}

/** A value short enough to stand in a sentence: quoted text is cut at 60 characters, collections are named by size. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)
  }
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'a group of fields'
  return value === null || value === undefined ? 'nothing' : JSON.stringify(value)
}

/**
 * A value as a refusal carries it: as it stands where it is short, else cut or named by its size, so that a megabyte in
 * the wrong place is not said back.
 */
export function briefValue(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 200 ? `${value.slice(0, 199)}…` : value
  if (typeof value !== 'object' || value === null) return value
  return Object.keys(value).length <= 20 && JSON.stringify(value).length <= 500
    ? value
    : shownValue(value)
}
