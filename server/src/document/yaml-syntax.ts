import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { Composer, Lexer, LineCounter, Parser, isScalar, type Document, type Node } from 'yaml'
import type { FileRefusal } from './file-refusal.ts'
import {
  deep,
  dense,
  depthLimit,
  empty,
  pieceLimit,
  several,
  syntaxRefusal,
  type Unclosed,
} from './yaml-fault.ts'

export interface YamlSyntax {
  readonly root: Node | null
  readonly lines: LineCounter
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
  const unclosed: Unclosed = { quote: undefined, brackets: [] }
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
    const tokens = shallowTokens(text, lines, unclosed)
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
  if (fault !== undefined) return refused(syntaxRefusal(fault, text, file, lines, unclosed))
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
function* shallowTokens(
  text: string,
  lines: LineCounter,
  unclosed: Unclosed,
): ReturnType<Parser['parse']> {
  const parser = new Parser(lines.addNewLine)
  parser.offset = 0
  lines.addNewLine(0)
  const { brackets } = unclosed
  let indicators = 0
  let pieces = 0
  let scalarFollows = false
  let offset = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (!scalarFollows) {
      if (lexeme === '[' || lexeme === '{') brackets.push(offset)
      else if (lexeme === ']' || lexeme === '}') brackets.pop()
      else if (lexeme.startsWith('"') || lexeme.startsWith("'")) unclosed.quote = offset
      else if (brackets.length === 0 && /^[-?:]$/.test(lexeme)) indicators += 1
      else if (lexeme.startsWith('\n') || lexeme.startsWith('\r')) indicators = 0
    }
    if (brackets.length > depthLimit || indicators > depthLimit) throw new Excess(offset, 'depth')
    pieces += 1
    if (pieces > pieceLimit) throw new Excess(offset, 'pieces')
    scalarFollows = lexeme === '\u001F'
    if (!markers.has(lexeme)) offset += lexeme.length
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

const isNothing = (contents: unknown): boolean =>
  contents === null || (isScalar(contents) && contents.value === null)
