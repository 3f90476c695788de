import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Scalar } from 'yaml'
import { shownValue, type FileRefusal } from './file-refusal.ts'
import { depthLimit } from './yaml-syntax.ts'

/** Values in a file after every alias is written out. */
export const valueLimit = 200_000

/** Names that reach into the language's own objects when used as keys. */
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype'])

interface Walk {
  readonly file: string
  readonly lines: LineCounter
  readonly anchors: Map<string, Node>
  /** Anchors whose value is being read: an alias to one of them would never end. */
  readonly open: Set<Node>
  values: number
}

class Refused extends Error {
  readonly refusal: FileRefusal
  constructor(refusal: FileRefusal) {
    super(refusal.sentence)
    this.refusal = refusal
  }
}

/**
 * The plain data of a syntax tree: objects, lists, text, finite numbers, true, false, null. Aliases are written out
 * and counted, so that a small file cannot grow into a large value.
 */
export function yamlData(
  root: Node | null,
  lines: LineCounter,
  file: string,
): Result<unknown, FileRefusal> {
  const walk: Walk = { file, lines, anchors: new Map(), open: new Set(), values: 0 }
  try {
    return accepted(valueOf(root, walk, 0, ''))
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal)
    throw error
  }
}

function valueOf(node: Node | null, walk: Walk, depth: number, path: string): unknown {
  walk.values += 1
  if (node === null) return null
  if (walk.values > valueLimit) {
    throw refuse(walk, node, path, {
      code: 'yaml.too-many-values',
      sentence: `The file unfolds to more than ${valueLimit} values.`,
      fix: 'Write the values out instead of repeating them by "*name"; no agreement holds so many.',
    })
  }
  if (depth > depthLimit) {
    throw refuse(walk, node, path, {
      code: 'yaml.too-deep',
      sentence: `Values are nested more than ${depthLimit} levels deep here.`,
      fix: 'No part of an agreement goes that deep; check the indentation.',
    })
  }
  if (isAlias(node)) return aliasValue(node, walk, depth, path)
  if ('anchor' in node && typeof node.anchor === 'string') walk.anchors.set(node.anchor, node)
  if (isScalar(node)) return scalarValue(node, walk, path)
  walk.open.add(node)
  let value: unknown
  if (isSeq(node)) {
    value = node.items.map((item, index) =>
      valueOf(item as Node | null, walk, depth + 1, `${path}/${index}`),
    )
  } else if (isMap(node)) {
    value = mapValue(node.items as readonly MapItem[], walk, depth, path)
  }
  walk.open.delete(node)
  return value
}

interface MapItem {
  readonly key: Node | null
  readonly value: Node | null
}

function mapValue(
  items: readonly MapItem[],
  walk: Walk,
  depth: number,
  path: string,
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  const seen = new Map<string, Node>()
  for (const { key, value } of items) {
    const name = keyName(key, walk, path)
    const at = key as Node
    const child = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const first = seen.get(name)
    if (first !== undefined) {
      throw refuse(walk, at, child, {
        code: 'yaml.duplicate-key',
        value: name,
        sentence: `${shownValue(name)} stands twice in this group, first on line ${walk.lines.linePos(first.range?.[0] ?? 0).line}.`,
        fix: 'Keep one of the two and delete the other.',
      })
    }
    seen.set(name, at)
    result[name] = valueOf(value, walk, depth + 1, child)
  }
  return result
}

function keyName(key: Node | null, walk: Walk, path: string): string {
  if (key === null || !isScalar(key) || key.value === null) {
    throw refuse(walk, key, path, {
      code: 'yaml.key-not-text',
      value: key === null ? null : 'a list or a group',
      sentence: 'The name of a field must be text.',
      fix: 'Write "name: value".',
    })
  }
  const name = typeof key.value === 'string' ? key.value : String(key.source)
  if (reservedKeys.has(name) || !name.isWellFormed()) {
    throw refuse(walk, key, path, {
      code: 'yaml.reserved-key',
      value: name,
      sentence: `"${name}" cannot be the name of a field.`,
      fix: 'Delete it or choose another name.',
    })
  }
  if (name !== '<<') return name
  throw refuse(walk, key, path, {
    code: 'yaml.merge-key',
    value: '<<',
    sentence: 'Merge keys ("<<") are not part of YAML 1.2.',
    fix: 'Write the fields out.',
  })
}

function aliasValue(
  node: Node & { source: string },
  walk: Walk,
  depth: number,
  path: string,
): unknown {
  const target = walk.anchors.get(node.source)
  if (target !== undefined && !walk.open.has(target)) return valueOf(target, walk, depth, path)
  throw refuse(walk, node, path, {
    code: 'yaml.alias',
    value: `*${node.source}`,
    sentence:
      target === undefined
        ? `*${node.source} repeats a value, but no "&${node.source}" stands before it.`
        : `*${node.source} stands inside the value that it repeats.`,
    fix: `Write the value out, or put the text "*${node.source}" in quotes.`,
  })
}

function scalarValue(node: Scalar, walk: Walk, path: string): unknown {
  if (typeof node.value === 'string' && !node.value.isWellFormed()) {
    throw refuse(walk, node, path, {
      code: 'yaml.half-a-character',
      value: node.source,
      sentence: 'The text holds half of a character pair ("\\uD800" to "\\uDFFF" alone).',
      fix: 'Write the character itself instead of its code.',
    })
  }
  if (typeof node.value !== 'number' || Number.isFinite(node.value)) return node.value
  throw refuse(walk, node, path, {
    code: 'yaml.not-a-number',
    value: node.source ?? String(node.value),
    sentence: `${node.source ?? String(node.value)} is not a number that can be counted with.`,
    fix: 'Write a finite number, or put text in quotes.',
  })
}

function refuse(
  walk: Walk,
  node: Node | null,
  path: string,
  facts: Pick<FileRefusal, 'code' | 'sentence' | 'fix' | 'value'>,
): Refused {
  const place = walk.lines.linePos(node?.range?.[0] ?? 0)
  return new Refused({ file: walk.file, line: place.line, column: place.col, path, ...facts })
}
