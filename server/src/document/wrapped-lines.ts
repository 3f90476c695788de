/** One line of a text and where it stands. */
export interface TextLine {
  readonly text: string
  readonly source: string
}

/** Dots that lead from a label to its value, or arrows from one step to the next: a line of its own. */
const isDrawn = (text: string): boolean =>
  /\S ?(?:\.{4,}|(?: \.){3,}|…{2,}|_{5,}) ?\S|\S\s*(?:->|→|=>)\s*\S/.test(text)

const startsAnew =
  /^(?:[-*•·▪–—]\s|\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}|\(?[a-z]\)\s|(?:level|tier|stage|step|stufe|ebene)\s*\d|[\p{Lu}][\p{L}\p{N} &/'()-]{0,40}:(?:\s|$)|[☐☑☒✓✔]\s|\[[ xX]\])/iu

/**
 * Lines of one paragraph put together again where a long line was only wrapped. A short line, a label ("Date: …"), a
 * bullet or a level begins anew, because there the break was meant.
 */
export function joinWrapped(lines: readonly TextLine[]): TextLine[] {
  const widest = Math.max(0, ...lines.map((line) => line.text.length))
  const joined: TextLine[] = []
  let before = ''
  for (const line of lines) {
    const last = joined.at(-1)
    const text = line.text.trim()
    const start = text.slice(0, 200)
    const isWrapped =
      last !== undefined &&
      before.length > 45 &&
      before.length > widest * 0.6 &&
      !startsAnew.test(start) &&
      !(isDrawn(start) && isDrawn(before.slice(0, 200))) &&
      !/[:]$/.test(before)
    if (isWrapped) joined[joined.length - 1] = { text: `${last.text} ${text}`, source: last.source }
    else if (text !== '') joined.push({ text, source: line.source })
    before = text
  }
  return joined
}
