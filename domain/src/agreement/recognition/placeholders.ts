import { tidy, wordCount } from './wording.ts'

/**
 * Gaps that a template leaves for its reader: `[Your Company]`, `<date>`, `{{name}}`, `____`, `TBD`, "Click or tap to
 * enter text". They say nothing, so nothing is taken from them; they are listed as not filled in.
 */
const gap =
  /\[(?!x\]|X\]| \]|\d{1,2}\])[^\][]{1,200}\]|<[A-Za-z][^<>@]{0,80}>|\{\{[^{}]{0,80}\}\}|_{3,}|\.{5,}|…{2,}|\b(?:tbd|tbc|tba|t\.b\.d\.|n\.n\.)(?![\p{L}\p{N}])|\bto be (?:defined|agreed|confirmed|determined|completed|decided)\b|click or tap (?:here )?to enter (?:a date|text)\.?|(?:noch )?(?:festzulegen|zu definieren|zu klären)/giu

/** The gaps in a text, in order; empty where there are none. */
export function gapsIn(text: string): string[] {
  return tidy(text).match(gap) ?? []
}

/** Whether the text is nothing but gaps and perhaps a label in front: `Date: [Date]`. */
export function isOnlyGap(text: string): boolean {
  if (gapsIn(text).length === 0) return false
  const rest = withoutGaps(text).replace(/[^:]{0,60}:/g, '')
  return wordCount(rest) === 0
}

export function withoutGaps(text: string): string {
  return tidy(text).replace(gap, ' ').replace(/\s+/g, ' ').trim()
}
