import { type Desk, takeLine, takeSentence } from './desk.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { gapsIn } from './placeholders.ts'
import { clipLine, fold, tidy, wordCount } from './wording.ts'

type Field = 'products' | 'territories' | 'segments' | 'exclusions'

const fields: readonly (readonly [Field, RegExp])[] = [
  [
    'exclusions',
    /^(?:exclusions?|excluded(?: .*)?|out of scope|what is not included|not (?:covered|included|in scope)|what is not covered|except(?:ions|ed)?|ausschlüsse|ausgeschlossen|nicht umfasst)$/,
  ],
  [
    'territories',
    /^(?:(?:the )?territor(?:y|ies)|regions?|countr(?:y|ies)|geograph(?:y|ies)|geographic scope|gebiete?|vertragsgebiet|länder|regionen)$/,
  ],
  [
    'products',
    /^(?:(?:covered |in-scope )?(?:products?|services?|solutions?|offerings?)(?: (?:and|&) (?:services?|products?))?(?: (?:covered|in scope))?|produkte?|leistungen|vertragsprodukte)$/,
  ],
  [
    'segments',
    /^(?:(?:customer |market |target )?segments?|markets?|target (?:markets?|customers)|verticals?|industries|customer types?|segmente|zielmärkte|branchen)$/,
  ],
]

/** "Territory: Germany, Austria" anywhere near the front, and items of a list under such a heading. */
export function readScopeLine(line: LinePassage, desk: Desk): boolean {
  const match = /^([^:]{3,40}):\s+(.+)$/.exec(tidy(line.text))
  const field = fieldOf(match?.[1] ?? '')
  if (field !== undefined && match?.[2] !== undefined && gapsIn(match[2]).length === 0) {
    return takeLine(desk, line, addTo(desk, field, splitList(match[2])))
  }
  const above = line.context.trail.at(-1)
  const listed = above === undefined ? undefined : fieldOf(above)
  if (listed === undefined || gapsIn(line.text).length > 0) return false
  if (listed !== 'exclusions' && exclusion.test(line.text)) return false
  const isList = line.isItem || isNames(line.text)
  return (
    isList &&
    takeLine(desk, line, addTo(desk, listed, line.isItem ? [line.text] : splitList(line.text)))
  )
}

/** "Germany, Austria and Switzerland": names alone, no sentence. */
const isNames = (text: string): boolean =>
  text.length < 200 &&
  splitList(text).every((part) => wordCount(part) <= 5 && /^(?:the )?[\p{Lu}\p{N}]/u.test(part)) &&
  !/\b(?:shall|will|is|are)\b/i.test(text)

const fieldOf = (label: string): Field | undefined =>
  fields.find(([, form]) =>
    form.test(
      fold(label)
        .replace(/:$/, '')
        .replace(/^\d+(?:\.\d+)*\.?\s+/, ''),
    ),
  )?.[0]

function splitList(text: string): string[] {
  const parts = tidy(text)
    .replace(/\.$/, '')
    .split(/\s*[,;•]\s*(?:and\s+|und\s+)?|\s+(?:and|und)\s+(?=\p{Lu})/u)
  return parts.every((part) => wordCount(part) <= 8)
    ? parts.filter((part) => part !== '')
    : [tidy(text)]
}

function addTo(desk: Desk, field: Field, values: readonly string[]): string {
  const limit = field === 'products' || field === 'territories' ? 500 : 200
  const list = [
    ...(desk.draft.scope[field] ?? []),
    ...values.map((value) => clipLine(value.replace(/[.;]$/, ''))),
  ]
  desk.draft.scope[field] = [...new Set(list)].slice(0, limit)
  return `/scope/${field}`
}

const exclusion =
  /\b(?:does not (?:cover|include|apply to)|is excluded|are excluded|excludes|excluding|out of scope|not covered|nicht umfasst|ausgenommen|ausgeschlossen)\b/i

/** Prose under a scope heading, in the document's own words. */
export function readScopeSentence(
  text: string,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): boolean {
  if (line.context.section !== 'scope' || wordCount(text) < 2) return false
  if (exclusion.test(text) && text.length <= 300)
    return takeSentence(desk, line, piece, addTo(desk, 'exclusions', [text]))
  const said = desk.draft.scope.summary
  const summary = said === undefined ? text : `${said}${line.isItem ? '\n- ' : ' '}${text}`
  if (summary.length > 20_000) return false
  desk.draft.scope.summary = summary
  return takeSentence(desk, line, piece, '/scope/summary')
}
