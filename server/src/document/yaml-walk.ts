import type { Alias, LineCounter, Node } from 'yaml'
import type { FileRefusal } from './file-refusal.ts'
import { defaultSizeLimit } from './read-text-file.ts'

/** Values in a file after every alias is written out, and the characters of all of them: twice a whole file. */
export const valueLimit = 200_000
export const textLimit = 2 * defaultSizeLimit

/** Where the reading of a syntax tree stands. */
export interface Walk {
  readonly file: string
  readonly lines: LineCounter
  readonly anchors: Map<string, Node>
  /** Anchors whose value is being read: an alias to one of them would never end. */
  readonly open: Set<Node>
  /** The outermost alias that is being written out; what goes wrong inside it is its doing. */
  alias: Alias | undefined
  values: number
  characters: number
}

/** Thrown inside the walk alone: the first fault ends it. */
export class Refused extends Error {
  readonly refusal: FileRefusal
  constructor(refusal: FileRefusal) {
    super(refusal.sentence)
    this.refusal = refusal
  }
}

/** A fault at a node, to be thrown. */
export function refuse(
  walk: Walk,
  node: Node | null,
  path: string,
  facts: Pick<FileRefusal, 'code' | 'sentence' | 'fix' | 'value'>,
): Refused {
  const place = walk.lines.linePos(node?.range?.[0] ?? 0)
  return new Refused({ file: walk.file, line: place.line, column: place.col, path, ...facts })
}

/** Aliases that write each other out grow without end; the outermost one is where a person has to look. */
export const unfoldsTooFar = (
  walk: Walk,
  node: Node | null,
  path: string,
  limit: string,
): Refused =>
  refuse(walk, walk.alias ?? node, path, {
    code: 'yaml.too-many-values',
    value: walk.alias === undefined ? undefined : `*${walk.alias.source}`,
    sentence: `The file unfolds to more than ${limit}.`,
    fix: 'Write the values out instead of repeating them by "*name"; no agreement holds so many.',
  })
