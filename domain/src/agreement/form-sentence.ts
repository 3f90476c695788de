import type { z } from 'zod'
import { nearest } from '../kernel/nearest.ts'
import { agreementFormat } from './agreement.ts'
import { fieldDescriptions } from './form-schema.ts'

export interface FormSentence {
  readonly code: string
  readonly sentence: string
  readonly fix: string
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** What is wrong with the value at a place, in words of the file. `value` is undefined where something is missing. */
export function formSentence(issue: Issue, path: Path, value: unknown): FormSentence {
  const name = nameOf(path)
  if (path.length === 1 && path[0] === 'format') {
    return {
      code: 'form.format',
      sentence:
        value === undefined
          ? 'The file does not say which format it has.'
          : `${shown(value)} is not the format of an agreement.`,
      fix: `Write "format: ${agreementFormat}" at the top.`,
    }
  }
  if (value === undefined) {
    return {
      code: 'form.missing',
      sentence: `"${name}" is missing.`,
      fix: advice(path, `Add "${name}".`),
    }
  }
  if (value === null) {
    return {
      code: 'form.nothing',
      sentence: `Nothing stands in "${name}".`,
      fix: 'Write a value or delete the line.',
    }
  }
  return sentenceOfValue(issue, path, value)
}

function sentenceOfValue(issue: Issue, path: Path, value: unknown): FormSentence {
  const name = nameOf(path)
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'form.wrong-type',
        sentence: `${shown(value)} stands in "${name}", and ${typeNames[issue.expected] ?? issue.expected} is expected.`,
        fix: typeFix(issue.expected, value, path),
      }
    case 'invalid_value':
      return {
        code: 'form.not-one-of',
        sentence: `${shown(value)} in "${name}" is not one of ${issue.values.join(', ')}.`,
        fix: choiceFix(value, issue.values.map(String)),
      }
    case 'invalid_format':
      return {
        code: 'form.wrong-form',
        sentence: `${shown(value)} in "${name}" does not have the form that is needed.`,
        fix: formatFix(issue.format, issue.message, value),
      }
    case 'too_big':
      return {
        code: 'form.too-big',
        sentence: `${shown(value)} in "${name}" is more than ${String(issue.maximum)}${unitOf(issue.origin)}.`,
        fix: `At most ${String(issue.maximum)}${unitOf(issue.origin)} fit here.`,
      }
    case 'too_small':
      return {
        code: 'form.too-small',
        sentence: `${shown(value)} in "${name}" is too little.`,
        fix: advice(path, `At least ${String(issue.minimum)}${unitOf(issue.origin)}.`),
      }
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      break
  }
  const fix: unknown = 'params' in issue ? issue.params?.['fix'] : undefined
  return {
    code: 'form.unreadable',
    sentence:
      issue.code === 'custom' && issue.message !== 'Invalid input'
        ? toldOf(shown(value), name, issue.message)
        : `${shown(value)} cannot stand in "${name}".`,
    fix: typeof fix === 'string' ? fix : advice(path, `Write another value for "${name}".`),
  }
}

/** A reason that begins with the value itself does not say it twice. */
const toldOf = (value: string, name: string, reason: string): string =>
  reason.startsWith(`${value} is `)
    ? `${value} in "${name}"${reason.slice(value.length)}`
    : `${value} in "${name}" cannot be read: ${reason}`

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
}

function typeFix(expected: string, value: unknown, path: Path): string {
  if (expected === 'string' && ['number', 'boolean'].includes(typeof value)) {
    return `Put it in quotes: "${String(value)}".`
  }
  if (expected === 'array' && typeof value === 'string')
    return 'Write a list: each item after "- ".'
  if (expected === 'number' && typeof value === 'string' && /^[-+]?\d+(?:\.\d+)?$/.test(value)) {
    return `Write it without quotes: ${value}.`
  }
  return advice(path, `Write ${typeNames[expected] ?? expected} here.`)
}

function choiceFix(value: unknown, choices: readonly string[]): string {
  const near = nearest(String(value), choices)
  return near === undefined ? `Write one of ${choices.join(', ')}.` : `Did you mean "${near}"?`
}

function formatFix(format: string, message: string, value: unknown): string {
  if (format === 'email') return 'Write an e-mail address, like "ines@larkfield.example".'
  if (format === 'datetime') return 'Write an instant with its offset, like "2026-11-20T16:30:00Z".'
  const better = message.includes('small letters') ? identifierFrom(value) : ''
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
  return better === '' ? sentence : `${sentence} Here: "${better}".`
}

const identifierFrom = (value: unknown): string =>
  String(value)
    .slice(0, 64)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')

const unitOf = (origin: string): string =>
  origin === 'string' ? ' characters' : origin === 'array' ? ' items' : ''

/** What the form says about the field; better than what its type says. */
function advice(path: Path, otherwise: string): string {
  const descriptions = fieldDescriptions(path)
  return descriptions.length === 0 ? otherwise : `Expected here: ${descriptions.join(' ')}`
}

/** The nearest name on a path: `targets`, for the third of them too. */
export const nameOf = (path: Path): string =>
  path.findLast((step) => typeof step === 'string') ?? 'the file'

/** A value short enough to stand at the start of a sentence. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)
  }
  if (Array.isArray(value)) return value.length === 0 ? 'An empty list' : 'A list'
  if (typeof value === 'object' && value !== null) return 'A group of fields'
  return String(value)
}
