import { elementOf } from '../agreement/field-element.ts'
import { pointer } from '../agreement/pointer.ts'
import { finding } from './catalogued-finding.ts'
import type { Rule } from './subject.ts'

/** Text that somebody meant to fill in: "[Your Company]", "TBD", "<date>", "XXX". Notes keep other people's words. */
export const auditPlaceholders: Rule = ({ agreement }) =>
  [...texts(agreement, [])].flatMap(({ path, text }) => {
    const found = placeholderIn(text)
    if (found === undefined) return []
    return [
      finding('text.placeholder', {
        path: pointer(path),
        element: elementOf(String(path[0])) ?? 'scope',
        what: `"${found}" was left in the text.`,
        fix: 'Write what is meant, or delete the sentence.',
      }),
    ]
  })

const patterns: readonly RegExp[] = [
  /\[\s*(?:define|insert|enter|add|fill|your|our|name|names|date|company|partner|vendor|customer|address|notice|amount|number|product|products|territory|tbd|to be|todo|specify|describe|list|x+|\.{2,}|…|_+)\b[^\]\n]{0,200}\]/i,
  /\[\s*(?:\.{2,}|…|_{2,}|\s*)\s*\]/,
  /<\s*(?:insert|enter|your|name|date|company|partner|vendor|customer|amount|tbd|todo)\b[^>\n]{0,200}>/i,
  /\{\{[^}\n]{1,200}\}\}/,
  /\b(?:TBD|TBC|TBA|TODO|FIXME|XXX+)\b/,
  /\bto be (?:defined|determined|agreed|confirmed|decided|completed)\b/i,
  /\blorem ipsum\b/i,
  /_{4,}/,
  /\?{3,}/,
]

/** The placeholder inside a text, as it stands there. Exported for its own test. */
export function placeholderIn(text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return found.length > 80 ? `${found.slice(0, 79)}…` : found
  }
  return undefined
}

interface PlacedText {
  readonly path: readonly (string | number)[]
  readonly text: string
}

function* texts(value: unknown, path: PlacedText['path']): Generator<PlacedText> {
  if (typeof value === 'string') yield { path, text: value }
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (path.length === 0 && (name === 'notes' || name === '$schema')) continue
    yield* texts(inner, [...path, Array.isArray(value) ? Number(name) : name])
  }
}
