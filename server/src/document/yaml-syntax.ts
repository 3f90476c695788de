import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { Composer, Lexer, LineCounter, Parser, isScalar, type Document, type Node } from 'yaml'
import type { FileRefusal } from './file-refusal.ts'

/** The deepest an agreement goes is eight levels; past this a file is an attack on the stack or an accident. */
export const depthLimit = 64

/**
 * Words, signs, spaces and line ends of a file. Reading costs about 10 µs and 1.4 kB for each, so the limit on bytes
 * alone would let a file of brackets take ten seconds and a gigabyte.
 */
export const pieceLimit = 150_000

export interface YamlSyntax {
  readonly root: Node | null
  readonly lines: LineCounter
}

interface Fault {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

class Excess extends Error {
  readonly offset: number
  readonly of: 'depth' | 'pieces'
  constructor(offset: number, of: 'depth' | 'pieces') {
    super(`too much ${of}`)
    this.offset = offset
    this.of = of
  }
}

/** Reads YAML 1.2 (and so JSON) into its syntax tree. The first fault is refused; what follows it is its echo. */
export function parseYaml(text: string, file: string): Result<YamlSyntax, FileRefusal> {
  const lines = new LineCounter()
  const documents: Document.Parsed[] = []
  try {
    const composer = new Composer({
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      resolveKnownTags: false,
      prettyErrors: false,
      lineCounter: lines,
    })
    const tokens = shallowTokens(text, lines)
    for (const document of composer.compose(tokens, true, text.length)) {
      documents.push(document)
      if (documents.length > 1 || document.errors.length > 0) break
    }
  } catch (error) {
    if (!(error instanceof Excess)) throw error
    const { line, col } = lines.linePos(error.offset)
    return refused(error.of === 'depth' ? deep(file, lines, error.offset) : dense(file, line, col))
  }
  const [document, second] = documents
  const fault = document?.errors[0] ?? document?.warnings[0]
  if (fault !== undefined) return refused(syntaxRefusal(fault, text, file, lines))
  if (document === undefined || isNothing(document.contents)) return refused(empty(file))
  if (second !== undefined) return refused(several(file, lines, second.range[0]))
  if (document.directives.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    return refused({
      code: 'yaml.directive',
      file,
      line: 1,
      column: 1,
      value: `%YAML ${document.directives.yaml.version}`,
      sentence: `The file asks for YAML ${document.directives.yaml.version}, in which "no" means false.`,
      fix: 'Delete the %YAML line; the file is read as YAML 1.2.',
    })
  }
  return accepted({ root: document.contents, lines })
}

/** What the lexer adds between the pieces of the text: document start, scalar, error in brackets. */
const markers = new Set(['\u0002', '\u001F', '\u0018'])

/** The tokens of the text, refusing on the way nesting that would exhaust the stack of whoever walks the tree. */
function* shallowTokens(text: string, lines: LineCounter): ReturnType<Parser['parse']> {
  const parser = new Parser(lines.addNewLine)
  parser.offset = 0
  lines.addNewLine(0)
  let flow = 0
  let indicators = 0
  let pieces = 0
  let scalarFollows = false
  let offset = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (!scalarFollows) {
      if (lexeme === '[' || lexeme === '{') flow += 1
      else if (lexeme === ']' || lexeme === '}') flow -= 1
      else if (flow === 0 && /^[-?:]$/.test(lexeme)) indicators += 1
      else if (lexeme.startsWith('\n') || lexeme.startsWith('\r')) indicators = 0
    }
    if (flow > depthLimit || indicators > depthLimit) throw new Excess(offset, 'depth')
    pieces += 1
    if (pieces > pieceLimit) throw new Excess(offset, 'pieces')
    scalarFollows = lexeme === '\u001F'
    if (!markers.has(lexeme)) offset += lexeme.length
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

function syntaxRefusal(fault: Fault, text: string, file: string, lines: LineCounter): FileRefusal {
  const place = lines.linePos(fault.pos[0])
  const at = { file, line: place.line, column: place.col }
  const lineText = text.slice(fault.pos[0] - place.col + 1).split(/\r?\n/, 1)[0] ?? ''
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

function syntaxFix(fault: Fault, lineText: string): string {
  if (fault.code === 'BAD_INDENT' || /indent/i.test(fault.message)) {
    return 'Align this line with its neighbours: fields of one group start in the same column.'
  }
  if (/:\s.*:\s/.test(lineText)) return 'Put a text that contains ": " in quotes.'
  if (fault.code === 'BAD_ALIAS') return 'Put a text that begins with "*" or "&" in quotes.'
  if (fault.code === 'BAD_SCALAR_START') return 'Put a text that begins with "@" or "`" in quotes.'
  if (/quote/i.test(fault.message)) return 'Close the quote that is opened here.'
  if (fault.code === 'MISSING_CHAR')
    return 'Close every quote and bracket, and write "name: value".'
  return 'Write "name: value" on lines of their own, lists with "- ", and quote unusual text.'
}

const isNothing = (contents: unknown): boolean =>
  contents === null || (isScalar(contents) && contents.value === null)

const deep = (file: string, lines: LineCounter, offset: number): FileRefusal => {
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

const dense = (file: string, line: number, column: number): FileRefusal => ({
  code: 'yaml.too-many-values',
  file,
  line,
  column,
  sentence: `The file holds more than ${pieceLimit} words and signs; from here on it was not read.`,
  fix: 'Check that this is the right file; a long agreement holds about ten thousand.',
})

const empty = (file: string): FileRefusal => ({
  code: 'yaml.empty',
  file,
  line: 1,
  column: 1,
  sentence: 'The file is empty.',
  fix: '"entente init FILE" writes a first draft.',
})

const several = (file: string, lines: LineCounter, offset: number): FileRefusal => {
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
