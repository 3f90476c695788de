import { tidy } from './wording.ts'

const abbreviation =
  /(?:^|[\s("'])(?:e\.g|i\.e|etc|no|nos|ltd|inc|co|corp|approx|min|mins|hr|hrs|std|vs|dr|mr|mrs|ms|st|art|sec|cl|fig|ca|bzw|z\.\s?b|d\.\s?h|u\.\s?a|nr|abs|inkl|ggf|usw|str|tel|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|p\.a|bus|\p{L}*str|[a-z]|\d{1,2})\.$/iu

/** The sentences of a paragraph, in order; joined by a space they give the paragraph back. */
export function splitSentences(text: string): string[] {
  const plain = tidy(text)
  const sentences: string[] = []
  let start = 0
  for (const end of plain.matchAll(/[.!?;]["')\]]?\s+(?=["'([„]?[\p{Lu}\p{N}])/gu)) {
    const upTo = end.index + end[0].length
    const sentence = plain.slice(start, upTo).trim()
    if (!end[0].startsWith(';') && abbreviation.test(sentence)) continue
    sentences.push(sentence)
    start = upTo
  }
  const last = plain.slice(start).trim()
  if (last !== '') sentences.push(last)
  return sentences
}

const labels =
  'between|and|date|dated|vendor|partner|reseller|distributor|supplier|provider|company|effective date|start date|end date|commencement date|notice period|initial term|renewal|territory|products|weekly|monthly|quarterly|yearly|annually|daily|zwischen|und|datum'

/**
 * Lines that a conversion ran together, apart again: "Level 1: Channel Manager Level 2: Sales Director",
 * "Between: A And: B Date: C", "Weekly: calls - Monthly: pipeline".
 */
export function splitRunTogether(text: string): string[] {
  const plain = tidy(text)
  const parts = plain.split(/\s+[|•·]\s+/)
  if (parts.length > 1 && parts.every((part) => /^[\p{L}][^:]{1,40}:\s+\S/u.test(part)))
    return parts
  const sentences = splitSentences(plain)
  if (sentences.length > 1 && sentences.every((one) => /^[\p{L}][^:.]{1,30}:\s+\S/u.test(one)))
    return sentences
  const levels = splitBefore(plain, /\b(?:level|tier|stage|step|stufe|ebene)\s*\d\s*[:–—-]/gi)
  if (levels.length > 1) return levels
  return splitBefore(plain, new RegExp(`(?<=^|\\s|[•-])(?:${labels})\\s*:(?=\\s)`, 'gi'))
}

function splitBefore(text: string, mark: RegExp): string[] {
  const starts = [...text.matchAll(mark)].map((match) => match.index)
  const [first] = starts
  if (starts.length < 2 || first === undefined || !/^[\s•*–-]*$/.test(text.slice(0, first)))
    return [text]
  return starts.map((start, index) =>
    text
      .slice(index === 0 ? 0 : start, starts[index + 1])
      .replace(/[\s•|–—-]+$/, '')
      .trim(),
  )
}
