/** Words of other people's documents, made comparable: case, quotes, spaces and look-alike signs folded. */
export function fold(text: string): string {
  return tidy(text).toLowerCase()
}

/** One line, plain quotes and spaces; the words themselves stay as they are. */
export function tidy(text: string): string {
  return (
    undecorated(symbols(text))
      .replace(/[\u2018\u2019\u201a\u2032\u00b4`]/g, "'")
      .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"')
      .replace(/[\u2010\u2011\u2212]/g, '-')
      .replace(/\u00ad|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\ufeff/g, '')
      // Dots that lead the eye from a label to its value.
      .replace(/(?<=[\p{L}\p{N})])(?: ?\.{4,}| ?…{2,}|(?: \.){3,}) ?(?=[\p{L}\p{N}(✓✔☑])/gu, ': ')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

/** Ticks and bullets that Word writes in a symbol font's private range, as the signs they look like. */
function symbols(text: string): string {
  return text.replace(/[\uf000-\uf0ff]/g, (sign) => symbolFont.get(sign.charCodeAt(0)) ?? ' ')
}

/** A picture beside words is decoration ("🔴 Urgent"); alone in a cell it may be a mark. */
function undecorated(text: string): string {
  return text.replace(
    /(?:(?![✓✔✅☑☐☒✗✘❌✖→➔⇒©®™])\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d)*)+\s*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N})])\s*(?:(?![✓✔✅☑☐☒✗✘❌✖→➔⇒©®™])\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d)*)+$/gu,
    '',
  )
}

const symbolFont = new Map<number, string>([
  [0xf0fc, '✓'],
  [0xf050, '✓'],
  [0xf0fe, '☑'],
  [0xf052, '☑'],
  [0xf054, '☒'],
  [0xf0fb, '✗'],
  [0xf0fd, '☒'],
  [0xf0a8, '☐'],
  [0xf06f, '☐'],
  [0xf0a3, '☐'],
  [0xf06c, '●'],
  [0xf0b7, '•'],
  [0xf0a7, '•'],
  [0xf0d8, '•'],
  [0xf0e0, '→'],
  [0xf0e8, '→'],
])

/** An identifier made of the words, `VP Operations` → `vp-operations`; the fallback where no letter is left. */
export function slug(text: string, fallback: string): string {
  const made = tidy(text)
    .replace(/ß/g, 'ss')
    .replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize('NFD').slice(0, 1)}e`)
    .replace(/&/g, ' and ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return made === '' ? fallback : made
}

/** The name, or the name with the first free number behind it. */
export function freeIdentifier(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const id = `${wanted.slice(0, 56)}-${number}`
    if (!isTaken(id)) return id
  }
}

/** At most one line of 300 signs, as `line` of the form allows. */
export function clipLine(text: string): string {
  const plain = tidy(text)
  return plain.length <= 300 ? plain : `${plain.slice(0, 299).trimEnd()}…`
}

export function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** A clause number, bullet or "Section 4 –" in front, taken off: `3.2 Response` → `Response`. */
export function withoutNumber(text: string): string {
  const plain = tidy(text)
  const bare = plain
    .replace(
      /^(?:section|article|clause|part|schedule|annex|appendix|abschnitt|artikel|teil|anlage)\s+(?:\d+(?:\.\d+)*|[ivx]+|[a-z])\s*[:.)–—-]?\s+/i,
      '',
    )
    .replace(/^§+\s*\d+(?:\.\d+)*[a-z]?\s*[:.)–—-]?\s*/, '')
    .replace(
      /^(?:\(\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})\s*\)|\d{1,2}(?:\.\d{1,2})+\.?\)?|\d{1,2}[.)]|[a-z]\)|[ivx]{1,4}[.)]|[A-Z]\.(?=\s+[A-Z]))\s+/i,
      '',
    )
    .replace(/^[•·▪‣◦●*–—-]\s+/, '')
  return bare === '' ? plain : bare
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
