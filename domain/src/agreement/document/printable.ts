/**
 * Text made safe for the printed record: what has no shape on paper is shown as its code point. Control characters
 * break Word files; marks that turn the direction of writing can make a sentence read differently from what is stored,
 * and a signatory accepts what is stored.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(unprintable, (character) => shown(character.codePointAt(0) ?? 0))
}

/** `‹U+202E›` */
export const shown = (codePoint: number): string =>
  `‹U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}›`

// Controls except tab and line feed, marks of direction, tags, noncharacters, private use, and halves of a pair.
const unprintable =
  /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]|[^\P{Cc}\t\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/** The same for every text inside plain data. Keys are ours and stay. */
export function printableData<T>(data: T): T {
  if (typeof data === 'string') return printable(data) as T
  if (Array.isArray(data)) return data.map((item: unknown) => printableData(item)) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, printableData<unknown>(value)]),
  ) as T
}
