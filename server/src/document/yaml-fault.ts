import type { LineCounter } from 'yaml'
import type { FileRefusal } from './file-refusal.ts'

/** The deepest an agreement goes is eight levels; past this a file is an attack on the stack or an accident. */
export const depthLimit = 64

/**
 * Words, signs, spaces and line ends of a file. Reading costs about 10 µs and 1.4 kB for each, so the limit on bytes
 * alone would let a file of brackets take ten seconds and a gigabyte.
 */
export const pieceLimit = 150_000

/** A fault as the parser tells it; `pos` is offsets in the text. */
export interface Fault {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

/** What was opened and not yet closed where the text ended: a quote, brackets. Offsets in the text. */
export interface Unclosed {
  quote: number | undefined
  brackets: number[]
}

/** What the parser found, in words of the file, at the place where a person has to mend it. */
export function syntaxRefusal(
  fault: Fault,
  text: string,
  file: string,
  lines: LineCounter,
  unclosed: Unclosed,
): FileRefusal {
  const opened = openedAt(fault, unclosed)
  const offset = opened ?? fault.pos[0]
  const place = lines.linePos(offset)
  const at = { file, line: place.line, column: place.col }
  const lineText = text.slice(offset - place.col + 1).split(/\r?\n/, 1)[0] ?? ''
  if (opened !== undefined) {
    const sign = text[opened] ?? ''
    return {
      code: 'yaml.syntax',
      ...at,
      value: lineText.trim().slice(0, 60),
      sentence: `This is not YAML: ${sign} is opened here and never closed.`,
      fix: `Close it with ${closing[sign] ?? sign}.`,
    }
  }
  if (fault.code === 'RESOURCE_EXHAUSTION') return deep(file, lines, fault.pos[0])
  if (fault.code === 'TAB_AS_INDENT' || /^ *\t/.test(lineText)) {
    return {
      code: 'yaml.tab',
      ...at,
      value: lineText.slice(0, 60),
      sentence: 'A tab indents this line, and YAML indents by spaces only.',
      fix: 'Replace each tab at the start of the line by two spaces.',
    }
  }
  if (fault.code === 'TAG_RESOLVE_FAILED') {
    return {
      code: 'yaml.tag',
      ...at,
      value: lineText.trim().slice(0, 60),
      sentence: 'A tag ("!…") stands here, and an agreement uses none.',
      fix: 'Delete the tag; text that begins with "!" goes in quotes.',
    }
  }
  return {
    code: 'yaml.syntax',
    ...at,
    value: lineText.trim().slice(0, 60),
    sentence: `This is not YAML: ${fault.message.replaceAll(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200)}.`,
    fix: syntaxFix(fault, lineText),
  }
}

/** The parser tells where it missed the end, which is often the end of the file; a person looks for the beginning. */
function openedAt(fault: Fault, { quote, brackets }: Unclosed): number | undefined {
  if (/^Missing closing ["']quote/.test(fault.message)) return quote
  return /and end with a [\]}]/.test(fault.message) ? brackets.at(-1) : undefined
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

function syntaxFix(fault: Fault, lineText: string): string {
  if (fault.code === 'BAD_INDENT' || /indent/i.test(fault.message)) {
    return 'Align this line with its neighbours: fields of one group start in the same column.'
  }
  if (/:\s.*:\s/.test(lineText)) return 'Put a text that contains ": " in quotes.'
  if (fault.code === 'BAD_ALIAS') return 'Put a text that begins with "*" or "&" in quotes.'
  if (fault.code === 'BAD_SCALAR_START') return 'Put a text that begins with a sign in quotes.'
  if (fault.code === 'MISSING_CHAR')
    return 'Close every quote and bracket, and write "name: value".'
  return 'Write "name: value" on lines of their own, lists with "- ", and quote unusual text.'
}

export const deep = (file: string, lines: LineCounter, offset: number): FileRefusal => {
  const { line, col } = lines.linePos(offset)
  return {
    code: 'yaml.too-deep',
    file,
    line,
    column: col,
    sentence: `Values are nested more than ${depthLimit} levels deep here.`,
    fix: 'No part of an agreement goes that deep; check for a stray "[" or "{".',
  }
}

export const dense = (file: string, line: number, column: number): FileRefusal => ({
  code: 'yaml.too-many-values',
  file,
  line,
  column,
  sentence: `The file holds more than ${pieceLimit} words and signs; from here on it was not read.`,
  fix: 'Check that this is the right file; a long agreement holds about ten thousand.',
})

export const empty = (file: string): FileRefusal => ({
  code: 'yaml.empty',
  file,
  line: 1,
  column: 1,
  sentence: 'The file is empty.',
  fix: '"entente init FILE" writes a first draft.',
})

export const several = (file: string, lines: LineCounter, offset: number): FileRefusal => {
  const { line, col } = lines.linePos(offset)
  return {
    code: 'yaml.several-documents',
    file,
    line,
    column: col,
    value: '---',
    sentence: 'A second document begins here, and a file holds one.',
    fix: 'Delete the line "---" between them, or put each into a file of its own.',
  }
}
