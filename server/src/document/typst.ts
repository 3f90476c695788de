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
import type { CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { coverageOf } from './font-coverage.ts'
import { chooseFonts, readFonts, type FontChoice } from './typst-fonts.ts'

export interface TypesetRequest {
  /**
   * Path of a Typst file, ours; it reads `sys.inputs.data`, may import its neighbours, and says its number of pages as
   * metadata with the label `<pages>`.
   */
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

interface Press {
  readonly compiler: NodeCompiler
  readonly fonts: readonly Buffer[]
}

const presses = new Map<string, Promise<Press>>()

/** A letter can be refused although a font has it, when its neighbours make another glyph of it: so several rounds. */
const rounds = 8

/** Throws when the template itself is wrong: that is a bug, whatever the data. */
export async function typesetPdf(request: TypesetRequest): Promise<Typeset> {
  // Typst has no undefined: what is left out is none there.
  let text = JSON.stringify(request.data, (_key, value: unknown) => value ?? null)
  const choice = chooseFonts(text, [request.language, ...request.countries])
  const { compiler, fonts } = await pressFor(choice, dirname(request.template))
  const undrawable = new Set<string>()
  for (let round = 0; ; round += 1) {
    const source = sourceOf(request, choice, text)
    try {
      // Straight to bytes: a compiled document held by JavaScript keeps its megabytes until a distant garbage collection.
      const pdf = compiler.pdf(source, { pdfStandard: 'ua-1' })
      const [pages] = compiler.query(source, { selector: '<pages>', field: 'value' }) as number[]
      forgetOld(compiler)
      return { pdf, pages: pages ?? 0, undrawable: [...undrawable] }
    } catch (error) {
      const refused = refusedIn(String(error))
      if (refused.length === 0 || round === rounds) throw error
      const lost = new Set(round === 0 ? [...missingFrom(fonts, text), ...refused] : refused)
      for (const character of lost) undrawable.add(character)
      text = text.replaceAll(/[^\0-\x7F]/gu, (character) =>
        lost.has(character) ? shown(character.codePointAt(0) ?? 0) : character,
      )
    }
  }
}

let prints = 0

/** What was set for the last dozen prints is kept and used again, the rest let go. */
function forgetOld(compiler: NodeCompiler): void {
  prints += 1
  if (prints % 4 === 0) compiler.evictCache(3)
}

function missingFrom(fonts: readonly Buffer[], text: string): string[] {
  const coverage = fonts.map(coverageOf)
  const characters = new Set(text.match(/[^\0-\x7F]/gu))
  // Marks that join or vary their neighbours have no shape of their own.
  return [...characters].filter(
    (one) =>
      !/[\p{Default_Ignorable_Code_Point}\p{Z}]/u.test(one) &&
      !coverage.some((covers) => covers(one.codePointAt(0) ?? 0)),
  )
}

function sourceOf(request: TypesetRequest, choice: FontChoice, text: string): CompileDocArgs {
  const [lang = 'en', ...subtags] = request.language.split('-')
  const data = JSON.stringify({
    ...(JSON.parse(text) as object),
    fonts: { serif: choice.serif, sans: choice.sans },
    lang,
    region: subtags.find((subtag) => /^[A-Z]{2}$/i.test(subtag))?.toUpperCase() ?? null,
  })
  return { mainFilePath: request.template, inputs: { data } }
}

/** Typst names the run of text it cannot draw; every character of it that is not plain ASCII may be the one. */
function refusedIn(message: string): string[] {
  const readable = message.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_escape, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  )
  const runs = readable.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gsu)
  return [...runs].flatMap(([, run = '']) => run.match(/[^\0-\x7F]/gu) ?? [])
}

function pressFor(choice: FontChoice, workspace: string): Promise<Press> {
  const key = `${workspace}\n${choice.key}`
  const known = presses.get(key)
  if (known) return known
  const made = Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readFonts(choice),
  ]).then(([typst, fonts]) => ({
    compiler: typst.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] }),
    fonts,
  }))
  presses.set(key, made)
  return made
}
