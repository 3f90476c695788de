import { z } from 'zod'
import { meantBranch } from '../agreement/form-fault.ts'
import { pointer, valueAt } from '../agreement/pointer.ts'
import { nearest } from '../kernel/nearest.ts'
import { logMapping, logMappingFormat, type LogMapping } from './log-mapping.ts'

/** One place where a file does not have the form of a mapping. `path` is a JSON Pointer. */
export interface MappingFault {
  readonly code: string
  readonly path: string
  /** Whether the name of the field is wrong or what stands in it. */
  readonly at: 'name' | 'value'
  readonly value: unknown
  readonly sentence: string
  readonly fix: string
  /** The field that a misspelt name most likely meant. */
  readonly near?: string | undefined
}

export type ReadMapping =
  | { readonly ok: true; readonly value: LogMapping }
  | { readonly ok: false; readonly faults: readonly MappingFault[] }

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Reads data as a mapping; all faults at once, each with its place and how to mend it. */
export function readMappingForm(data: unknown): ReadMapping {
  if (typeof data !== 'object' || data === null || !('format' in data)) {
    return { ok: false, faults: [notAMapping] }
  }
  const read = logMapping.safeParse(data, { reportInput: true })
  if (read.success) return { ok: true, value: read.data }
  const faults = read.error.issues.flatMap((issue) => faultsOf(issue, [], data))
  return { ok: false, faults: withoutMisspelt(faults) }
}

/** A field that is missing only because its name is misspelt is told once, as the misspelling. */
function withoutMisspelt(faults: readonly MappingFault[]): readonly MappingFault[] {
  const meant = new Set(faults.map(({ path, near }) => near && path.replace(/[^/]*$/, near)))
  return faults.filter(({ code, path }) => code !== 'log-mapping.missing' || !meant.has(path))
}

const notAMapping: MappingFault = {
  code: 'log-mapping.format',
  path: '',
  at: 'value',
  value: undefined,
  sentence: 'This file is not a mapping of a log: it has no "format".',
  fix: `A mapping begins with "format: ${logMappingFormat}"; "entente simulate --init-map LOG.csv" writes one.`,
}

function faultsOf(issue: Issue, base: Path, data: unknown): readonly MappingFault[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(path, key))
  if (issue.code === 'invalid_union') {
    const meant = meantBranch(issue.errors)
    if (meant !== undefined) return meant.flatMap((inner) => faultsOf(inner, path, data))
  }
  const value = valueAt(data, path)
  const name = path.findLast((step) => typeof step === 'string') ?? 'the file'
  const common = { path: pointer(path), at: 'value' as const, value }
  if (value === undefined && issue.code !== 'custom') {
    const fix = `Add "${name}"${examples[name] === undefined ? '' : `, for example ${examples[name]}`}.`
    return [{ ...common, code: 'log-mapping.missing', sentence: `"${name}" is missing.`, fix }]
  }
  return [{ ...common, ...sentenceOf(issue, name, value) }]
}

function sentenceOf(
  issue: Issue,
  name: string,
  value: unknown,
): { readonly code: string; readonly sentence: string; readonly fix: string } {
  const example = examples[name]
  const otherwise =
    example === undefined ? 'See docs/simulation.md.' : `Write for example ${example}.`
  if (issue.code === 'custom') {
    const fix: unknown = issue.params?.['fix']
    return {
      code: 'log-mapping.contradiction',
      sentence: issue.message,
      fix: typeof fix === 'string' ? fix : otherwise,
    }
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String)
    const near = nearest(String(value), choices)
    return {
      code: 'log-mapping.not-one-of',
      sentence: `${shown(value)} in "${name}" is not one of ${choices.map((one) => JSON.stringify(one)).join(', ')}.`,
      fix: near === undefined ? otherwise : `Did you mean "${near}"?`,
    }
  }
  if (issue.code === 'invalid_type' && ['number', 'boolean'].includes(typeof value)) {
    return {
      code: 'log-mapping.not-text',
      sentence: `${String(value)} in "${name}" is not text, as a log writes it.`,
      fix: `Put it in quotes: "${String(value)}".`,
    }
  }
  return {
    code: 'log-mapping.unreadable',
    sentence: `${shown(value)} cannot stand in "${name}": ${issue.message}.`,
    fix: otherwise,
  }
}

const examples: Readonly<Record<string, string>> = {
  format: logMappingFormat,
  columns: '{ case: number, at: sys_updated_at, state: incident_state, priority: priority }',
  case: 'the name of the column with the number of the case',
  at: 'the name of the column with the time of the row',
  state: 'the name of the column with the state',
  dateFormat: '"d/M/yyyy HH:mm", "iso", "epoch" or "epoch-ms"',
  timeZone: '"UTC" or "Europe/Berlin"',
  states: '{ New: open, "On hold": { pause: waiting-for-customer }, Resolved: met }',
  metBy: '{ states: [Active] }',
  subject: '"case"',
}

function unknownField(path: Path, key: string): MappingFault {
  const known = fieldsAt(logMapping, path)
  const near = nearest(key, known)
  return {
    code: 'log-mapping.unknown-field',
    path: pointer([...path, key]),
    at: 'name',
    value: key,
    near,
    sentence: `There is no field ${shown(key)} in ${path.length === 0 ? 'a mapping' : `"${String(path.at(-1))}"`}.`,
    fix:
      near === undefined
        ? `Delete it${known.length === 0 ? '' : `, or use one of ${known.join(', ')}`}.`
        : `Did you mean "${near}"?`,
  }
}

/** Names of the fields of the group at a place, of every form that the group may have. */
function fieldsAt(schema: z.ZodType, path: Path): readonly string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  let nodes: readonly JsonSchema[] = [json]
  for (const step of path) {
    nodes = nodes.flatMap(alternatives).flatMap((node) => {
      const inner = node.properties?.[String(step)] ?? node.items ?? node.additionalProperties
      return typeof inner === 'object' && inner !== null ? [inner] : []
    })
  }
  return [
    ...new Set(nodes.flatMap(alternatives).flatMap((node) => Object.keys(node.properties ?? {}))),
  ]
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly items?: unknown
  readonly additionalProperties?: unknown
  readonly anyOf?: readonly unknown[]
}

const alternatives = (node: JsonSchema): readonly JsonSchema[] =>
  node.anyOf === undefined ? [node] : (node.anyOf as readonly JsonSchema[]).flatMap(alternatives)

const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? 'A group of fields'
    : JSON.stringify(typeof value === 'string' ? value.slice(0, 60) : value)
