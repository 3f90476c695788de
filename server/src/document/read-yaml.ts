/**
 * Reads YAML 1.2 or JSON from a file or a text, as data that keeps its places: every refusal names line and column.
 *
 * The surprising rule: it refuses more than YAML does. Tags, merge keys, several documents, names of fields twice,
 * deep nesting and values that unfold past a limit have no place in an agreement, and each has been used to make a
 * file mean one thing to a person and another to a program. Dates stay text.
 */
import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'
import type { FileRefusal } from './file-refusal.ts'
import { defaultSizeLimit, readTextFile } from './read-text-file.ts'
import { yamlData } from './yaml-data.ts'
import { parseYaml } from './yaml-syntax.ts'

export interface YamlDocument {
  readonly file: string
  /** Plain data; may be a list or a single value where the file holds one. */
  readonly data: unknown
  /**
   * The place of a JSON Pointer, or of the nearest part of it that exists. Counts from 1. A simple value is found
   * where it stands, a group or a list at its name; `part: 'name'` asks for the name always.
   */
  locate(pointer: string, part?: 'value' | 'name'): Place
}

export interface Place {
  readonly line: number
  readonly column: number
}

/** Reads one file, at most `sizeLimit` bytes of it. */
export async function readYaml(
  file: string,
  sizeLimit: number = defaultSizeLimit,
): Promise<Result<YamlDocument, FileRefusal>> {
  const text = await readTextFile(file, sizeLimit)
  return text.ok ? readYamlText(text.value, file) : text
}

/** Reads a text; `file` is the name that refusals use, and one that ends in `.json` must hold strict JSON. */
export function readYamlText(text: string, file: string): Result<YamlDocument, FileRefusal> {
  const notJson = file.toLowerCase().endsWith('.json') ? strictJsonRefusal(text, file) : undefined
  if (notJson !== undefined) return refused(notJson)
  const syntax = parseYaml(text, file)
  if (!syntax.ok) return syntax
  const { root, lines } = syntax.value
  const data = yamlData(root, lines, file)
  if (!data.ok) return data
  return accepted({
    file,
    data: data.value,
    locate: (pointer, part = 'value') => locate(root, lines, pointer, part),
  })
}

/** JSON that only YAML would read, such as one with comments, would fail in every other reader of JSON. */
function strictJsonRefusal(text: string, file: string): FileRefusal | undefined {
  if (text.trim() === '') return undefined
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (error instanceof RangeError) return undefined
    const place = /line (\d+) column (\d+)/.exec(message)
    const line = Number(place?.[1] ?? 1)
    return {
      code: 'json.syntax',
      file,
      line,
      column: Number(place?.[2] ?? 1),
      value: (text.split('\n', line)[line - 1] ?? '').trim().slice(0, 60),
      sentence: `This is not JSON: ${message.replace(/\s*in JSON at position.*$/s, '').slice(0, 200)}.`,
      fix: 'Check quotes, commas and brackets here; JSON has no comments and no comma after the last value.',
    }
  }
}

function locate(
  root: Node | null,
  lines: LineCounter,
  pointer: string,
  part: 'value' | 'name',
): Place {
  let node: Node | null = root
  let offset = root?.range?.[0] ?? 0
  for (const token of pointer.split('/').slice(1)) {
    const step: Step | undefined = stepInto(node, unescapedToken(token), part)
    if (step === undefined) break
    offset = step.offset ?? offset
    node = step.node
  }
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

interface Step {
  readonly node: Node | null
  readonly offset: number | undefined
}

function stepInto(node: Node | null, token: string, part: 'value' | 'name'): Step | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(token)] as Node | undefined
    return item === undefined ? undefined : { node: item, offset: item.range?.[0] }
  }
  if (!isMap(node)) return undefined
  for (const { key, value } of node.items as { key: Node; value: Node | null }[]) {
    if (!isScalar(key) || String(key.value) !== token) continue
    const simple = part === 'value' && isScalar(value) && value.value !== null
    return { node: value, offset: (simple ? value : key).range?.[0] }
  }
  return undefined
}

const unescapedToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~')
