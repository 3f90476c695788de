import type { PatchOperation } from '@entente/domain/agreement/finding.ts'
import { knownFields } from '@entente/domain/agreement/form-schema.ts'
import { stepsOf } from '@entente/domain/agreement/pointer.ts'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from 'yaml'

/**
 * Applies the operations of a patch to YAML as text, so that comments, order, quotes and layout of everything else
 * stay as the writer left them. The operations must fit the data; whoever calls has applied them there first and
 * compares the result. A value that is repeated by an alias is written out, because an edit of one place must not
 * change the other.
 */
export function patchYaml(text: string, patch: readonly PatchOperation[]): string {
  const document = parseDocument(text, yamlForm)
  writeOutAliases(document)
  for (const operation of patch) applyOperation(document, operation)
  return document.toString(layoutOf(text))
}

interface Layout {
  readonly lineWidth: number
  readonly indentSeq: boolean
  readonly flowCollectionPadding: boolean
}

/**
 * How the writer lays out: where long texts are folded, whether lists are indented, whether brackets have room. Found
 * by writing the text unchanged in each way; the way that changes the fewest lines is the writer's.
 */
function layoutOf(text: string): Layout {
  const own = new Set(text.split('\n'))
  const document = parseDocument(text, yamlForm)
  const scored = layouts.map((layout) => {
    const lines = document.toString(layout).split('\n')
    return { layout, changed: lines.filter((line) => !own.has(line)).length }
  })
  const [best] = scored.toSorted((a, b) => a.changed - b.changed)
  return best?.layout ?? { lineWidth: 0, indentSeq: true, flowCollectionPadding: true }
}

const layouts: readonly Layout[] = [0, 80, 100, 120].flatMap((lineWidth) =>
  [true, false].flatMap((indentSeq) =>
    [true, false].map((flowCollectionPadding) => ({ lineWidth, indentSeq, flowCollectionPadding })),
  ),
)

const yamlForm = { version: '1.2', schema: 'core', merge: false } as const

type Steps = readonly string[]

function applyOperation(document: Document<ParsedNode>, operation: PatchOperation): void {
  const steps = stepsOf(operation.path)
  switch (operation.op) {
    case 'test':
      return
    case 'add':
      insert(document, steps, operation.value)
      return
    case 'replace':
      replace(document, steps, operation.value)
      return
    case 'remove':
      remove(document, steps)
      return
    case 'move':
    case 'copy': {
      const from = stepsOf(operation.from)
      const node = nodeAt(document, from)
      const value: unknown = node?.toJS(document)
      if (operation.op === 'move') remove(document, from)
      insert(document, steps, value)
    }
  }
}

function nodeAt(document: Document<ParsedNode>, steps: Steps): Node | undefined {
  let node: Node | null | undefined = document.contents
  for (const step of steps) {
    if (isMap(node)) node = pairOf(node, step)?.value as Node | null | undefined
    else if (isSeq(node)) node = node.items[Number(step)] as Node | undefined
    else return undefined
  }
  return node ?? undefined
}

const pairOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === name)

function insert(document: Document<ParsedNode>, steps: Steps, value: unknown): void {
  const parent = nodeAt(document, steps.slice(0, -1))
  const last = steps.at(-1) ?? ''
  const node = nodeOf(document, value)
  if (isSeq(parent)) {
    parent.items.splice(last === '-' ? parent.items.length : Number(last), 0, node)
    if (!isScalar(node)) parent.flow = false
  } else if (isMap(parent)) {
    if (pairOf(parent, last) !== undefined) replace(document, steps, value)
    else {
      const pair = document.createPair(last, node)
      const isSpaced = parent.items.some(({ key }) => isScalar(key) && key.spaceBefore === true)
      if (steps.length === 1 && isSpaced && isScalar(pair.key)) pair.key.spaceBefore = true
      parent.items.splice(placeFor(parent, steps), 0, pair)
      if (!isScalar(node)) parent.flow = false
    }
  } else throw new Error(`nothing can be added at ${steps.join('/')}`)
}

/** Before the first field that follows it in the order of the form. */
function placeFor(parent: YAMLMap, steps: Steps): number {
  const path = steps.slice(0, -1).map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  const order = knownFields(path)
  const own = order.indexOf(steps.at(-1) ?? '')
  const following = new Set(own === -1 ? [] : order.slice(own + 1))
  const index = parent.items.findIndex(
    ({ key }) => isScalar(key) && following.has(String(key.value)),
  )
  return index === -1 ? parent.items.length : index
}

/** A single value keeps its comment and its quotes; anything else keeps the comment. */
function replace(document: Document<ParsedNode>, steps: Steps, value: unknown): void {
  const old = nodeAt(document, steps)
  if (isScalar(old) && (typeof value !== 'object' || value === null)) {
    old.value = value
    return
  }
  const node = nodeOf(document, value)
  if (old?.comment != null) node.comment = old.comment
  const parent = nodeAt(document, steps.slice(0, -1))
  const last = steps.at(-1) ?? ''
  if (isSeq(parent)) parent.items[Number(last)] = node
  else if (isMap(parent)) {
    const pair = pairOf(parent, last)
    if (pair === undefined) throw new Error(`nothing stands at ${steps.join('/')}`)
    pair.value = node
  } else document.contents = node as ParsedNode
}

function remove(document: Document<ParsedNode>, steps: Steps): void {
  const parent = nodeAt(document, steps.slice(0, -1))
  const last = steps.at(-1) ?? ''
  if (isSeq(parent)) parent.items.splice(Number(last), 1)
  else if (isMap(parent))
    parent.items = parent.items.filter((pair) => pair !== pairOf(parent, last))
}

/** Short lists stand on one line, as people write them. */
function nodeOf(document: Document<ParsedNode>, value: unknown): Node {
  const node = document.createNode(value, { aliasDuplicateObjects: false }) as Node
  visit(node, {
    Seq: (_, seq) => {
      if (seq.items.every((item) => isScalar(item)) && JSON.stringify(seq).length < 80) {
        seq.flow = true
      }
    },
  })
  return node
}

function writeOutAliases(document: Document<ParsedNode>): void {
  let hadAliases = false
  visit(document, {
    Alias: (_, alias) => {
      hadAliases = true
      const source = alias.resolve(document)
      if (source === undefined || isAlias(source)) return undefined
      const copy = source.clone() as Node
      if ('anchor' in copy) delete copy.anchor
      return copy
    },
  })
  if (!hadAliases) return
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node) delete node.anchor
    },
  })
}
