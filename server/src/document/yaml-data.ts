import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type LineCounter,
  type Node,
  type Scalar,
} from 'yaml'
import { shownValue, type FileRefusal } from './file-refusal.ts'
import { codePoint, forbiddenControl } from './utf8-text.ts'
import { depthLimit } from './yaml-fault.ts'
import { Refused, refuse, textLimit, unfoldsTooFar, valueLimit, type Walk } from './yaml-walk.ts'

/** Names that reach into the language's own objects when used as keys. */
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The plain data of a syntax tree: objects, lists, text, finite numbers, true, false, null. Aliases are written out
 * and counted, so that a small file cannot grow into a large value.
 */
export function yamlData(
  root: Node | null,
  lines: LineCounter,
  file: string,
): Result<unknown, FileRefusal> {
  const unfolded = { alias: undefined, values: 0, characters: 0 }
  const walk: Walk = { file, lines, anchors: new Map(), open: new Set(), ...unfolded }
  try {
    return accepted(valueOf(root, walk, 0, ''))
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal)
    throw error
  }
}

function valueOf(node: Node | null, walk: Walk, depth: number, path: string): unknown {
  walk.values += 1
  if (walk.values > valueLimit) throw unfoldsTooFar(walk, node, path, `${valueLimit} values`)
  if (node === null) return null
  if (depth > depthLimit) {
    throw refuse(walk, node, path, {
      code: 'yaml.too-deep',
      sentence: `Values are nested more than ${depthLimit} levels deep here.`,
      fix: 'No part of an agreement goes that deep; check the indentation.',
    })
  }
  if (isAlias(node)) return aliasValue(node, walk, depth, path)
  if ('tag' in node && node.tag !== undefined) throw refuse(walk, node, path, tagged(node.tag))
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
      value: key === null || isScalar(key) ? 'nothing' : 'a list or a group',
      sentence: 'The name of a field must be text.',
      fix: 'Write "name: value".',
    })
  }
  if (key.tag !== undefined) throw refuse(walk, key, path, tagged(key.tag))
  const name = typeof key.value === 'string' ? key.value : String(key.source)
  if (reservedKeys.has(name) || !name.isWellFormed() || forbiddenControl.test(name)) {
    throw refuse(walk, key, path, {
      code: 'yaml.reserved-key',
      value: name,
      sentence: `${shownValue(name)} cannot be the name of a field.`,
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

function aliasValue(node: Alias, walk: Walk, depth: number, path: string): unknown {
  const target = walk.anchors.get(node.source)
  if (target !== undefined && !walk.open.has(target)) {
    const outer = walk.alias
    walk.alias ??= node
    const value = valueOf(target, walk, depth, path)
    walk.alias = outer
    return value
  }
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
  if (typeof node.value === 'string') return textValue(node.value, node, walk, path)
  if (typeof node.value !== 'number' || Number.isFinite(node.value)) return node.value
  throw refuse(walk, node, path, {
    code: 'yaml.not-a-number',
    value: node.source ?? String(node.value),
    sentence: `${node.source ?? String(node.value)} is not a number that can be counted with.`,
    fix: 'Write a finite number, or put text in quotes.',
  })
}

function textValue(text: string, node: Scalar, walk: Walk, path: string): string {
  walk.characters += text.length
  if (walk.characters > textLimit) throw unfoldsTooFar(walk, node, path, `${textLimit} characters`)
  if (!text.isWellFormed()) {
    throw refuse(walk, node, path, {
      code: 'yaml.half-a-character',
      value: node.source,
      sentence: 'The text holds half of a character pair ("\\uD800" to "\\uDFFF" alone).',
      fix: 'Write the character itself instead of its code.',
    })
  }
  const control = text.search(forbiddenControl)
  if (control === -1) return text
  throw refuse(walk, node, path, {
    code: 'yaml.control-character',
    value: codePoint(text, control),
    sentence: `The text holds the control character ${codePoint(text, control)}, written as an escape.`,
    fix: 'Delete the escape; text is letters, digits and signs.',
  })
}

const tagged = (tag: string): Pick<FileRefusal, 'code' | 'sentence' | 'fix' | 'value'> => ({
  code: 'yaml.tag',
  value: tag,
  sentence: 'A tag ("!…") stands here, and an agreement uses none.',
  fix: 'Delete the tag; text that begins with "!" goes in quotes.',
})
