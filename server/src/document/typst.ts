/**
 * Sets documents as PDF with Typst: tagged, PDF/UA-1, without a date of making, so that the same data gives the same
 * bytes. A template is a fixed file; everything that people wrote reaches it as JSON in `sys.inputs.data`, never as
 * source, so it cannot act as markup.
 *
 * The surprising rule: PDF/UA refuses a letter that no font can draw. Such a letter is printed as its code point
 * (`‹U+20BB7›`) and named in the result, because a contract must not lose a letter silently.
 *
 * The compiler is a native package: it is loaded with the first document, and kept per choice of fonts.
 */
import { dirname } from 'node:path'
import { shown } from '@entente/domain/agreement/document/printable.ts'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { chooseFonts, readFonts, type FontChoice } from './typst-fonts.ts'

export interface TypesetRequest {
  /** Path of a Typst file, ours; it reads `sys.inputs.data` and may import its neighbours. */
  readonly template: string
  /** Plain JSON data; `fonts`, `lang` and `region` are added to it. */
  readonly data: Readonly<Record<string, unknown>>
  /** A language tag, for hyphenation and for readers that speak the text. */
  readonly language: string
  /** Country codes that decide between national shapes of the same character, the most telling first. */
  readonly countries: readonly string[]
}

export interface Typeset {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters that no font has, printed as their code points. */
  readonly undrawable: readonly string[]
}

const compilers = new Map<string, Promise<NodeCompiler>>()

/** Throws when the template itself is wrong: that is a bug, whatever the data. */
export async function typesetPdf(request: TypesetRequest): Promise<Typeset> {
  // Typst has no undefined: what is left out is none there.
  let text = JSON.stringify(request.data, (_key, value: unknown) => value ?? null)
  const choice = chooseFonts(text, [request.language, ...request.countries])
  const compiler = await compilerFor(choice, dirname(request.template))
  const undrawable = new Set<string>()
  for (;;) {
    const compiled = compile(compiler, request, choice, text)
    try {
      const pdf = compiler.pdf(compiled, { pdfStandard: 'ua-1' })
      compiler.evictCache(10)
      return { pdf, pages: compiled.numOfPages, undrawable: [...undrawable] }
    } catch (error) {
      const fresh = undrawableIn(String(error)).filter((one) => !undrawable.has(one))
      if (fresh.length === 0) throw error
      for (const character of fresh) {
        undrawable.add(character)
        text = text.replaceAll(character, shown(character.codePointAt(0) ?? 0))
      }
    }
  }
}

function compile(
  compiler: NodeCompiler,
  request: TypesetRequest,
  choice: FontChoice,
  text: string,
): NodeTypstDocument {
  const [lang = 'en', ...subtags] = request.language.split('-')
  const data = JSON.stringify({
    ...(JSON.parse(text) as object),
    fonts: { serif: choice.serif, sans: choice.sans },
    lang,
    region: subtags.find((subtag) => /^[A-Z]{2}$/i.test(subtag))?.toUpperCase() ?? null,
  })
  const compiled = compiler.compile({ mainFilePath: request.template, inputs: { data } })
  if (compiled.result) return compiled.result
  const error = compiled.takeError()
  const diagnostics: unknown = error === null ? 'no reason given' : compiler.fetchDiagnostics(error)
  throw new Error(`The template cannot be set: ${JSON.stringify(diagnostics)}`)
}

/** Typst names the run of text it cannot draw; every character of it that is not plain ASCII may be the one. */
function undrawableIn(message: string): string[] {
  const runs = message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)
  return [...runs].flatMap(([, run = '']) => run.match(/[^\0-\x7F]/gu) ?? [])
}

function compilerFor(choice: FontChoice, workspace: string): Promise<NodeCompiler> {
  const key = `${workspace}\n${choice.key}`
  const known = compilers.get(key)
  if (known) return known
  const made = Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readFonts(choice),
  ]).then(([typst, fontBlobs]) =>
    typst.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] }),
  )
  compilers.set(key, made)
  return made
}
