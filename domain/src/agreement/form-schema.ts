import type { z } from 'zod'
import { agreementFile } from './agreement.ts'

/** What zod knows of a schema, as far as the form of the agreement uses it. */
interface SchemaNode {
  readonly description?: string | undefined
  readonly shape?: Readonly<Record<string, SchemaNode>>
  readonly element?: SchemaNode
  readonly options?: readonly SchemaNode[]
  readonly valueType?: SchemaNode
  readonly in?: SchemaNode
  readonly def?: { readonly innerType?: SchemaNode }
}

type Path = readonly PropertyKey[]

/** The names of fields that may stand in the group at a place; empty where the place is no group of known fields. */
export function knownFields(path: Path): readonly string[] {
  return [...new Set(nodesAt(path).flatMap((node) => Object.keys(node.shape ?? {})))]
}

/** What the form says about the value at a place: what the field is for, then how such a value is written. */
export function fieldDescriptions(path: Path): readonly string[] {
  const descriptions = new Set<string>()
  for (const node of descend(path).slice(0, 1)) {
    for (let at: SchemaNode | undefined = node; at !== undefined; at = inner(at)) {
      if (at.description !== undefined) descriptions.add(at.description)
    }
  }
  return [...descriptions]
}

const nodesAt = (path: Path): readonly SchemaNode[] => descend(path).flatMap(unwrapped)

/** A union can lead to several schemas for one path. */
function descend(path: Path): readonly SchemaNode[] {
  let nodes: readonly SchemaNode[] = [agreementFile as z.ZodType as unknown as SchemaNode]
  for (const step of path) {
    nodes = nodes
      .flatMap(unwrapped)
      .map((node) => node.shape?.[String(step)] ?? node.element ?? node.valueType)
      .filter((node) => node !== undefined)
  }
  return nodes
}

function unwrapped(node: SchemaNode): readonly SchemaNode[] {
  if (node.options !== undefined && node.shape === undefined) return node.options.flatMap(unwrapped)
  const next = inner(node)
  return next === undefined ? [node] : unwrapped(next)
}

/** What stands inside an optional or before a transformation. */
const inner = (node: SchemaNode): SchemaNode | undefined => node.def?.innerType ?? node.in
