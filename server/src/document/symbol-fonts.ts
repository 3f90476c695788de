const wingdings: Readonly<Record<string, string>> = {
  FC: '✓',
  FE: '☑',
  FB: '✗',
  FD: '☒',
  A8: '☐',
  '6F': '☐',
  A3: '☐',
  '71': '☐',
  '72': '☐',
  '6C': '●',
  A7: '•',
  E0: '→',
  F0: '→',
}
const wingdings2: Readonly<Record<string, string>> = {
  '50': '✓',
  '52': '☑',
  '4F': '✗',
  '51': '☒',
  '53': '☒',
  '54': '☒',
  '2A': '☐',
  '30': '☐',
  A3: '☐',
  '97': '●',
}

const dingbats: Readonly<Record<string, string>> = {
  '33': '✓',
  '34': '✔',
  '35': '✗',
  '36': '✗',
  '37': '✗',
  '38': '✗',
  '6C': '●',
  '6E': '■',
  '6F': '☐',
  '70': '☐',
  '71': '☐',
  '72': '☐',
}

/** The sign that a letter shows in a symbol font; undefined in other fonts. */
export function symbolIn(font: string, letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0
  if (/dingbats/i.test(font)) return dingbats[code.toString(16).toUpperCase()]
  return /wingdings/i.test(font) ? signOf(font.replace(/[-,].*$/, ''), code) : undefined
}

const signOf = (font: string, code: number): string | undefined =>
  (font.trim().endsWith('2') ? wingdings2 : wingdings)[
    (code & 0xff).toString(16).toUpperCase().padStart(2, '0')
  ]

/**
 * Ticks that a Word document holds as letters of a symbol font ("ü" in Wingdings), as the signs they show. The font
 * is lost further on, and a matrix full of "ü" would have no ticks.
 */
export function withPlainTicks(xml: string): string {
  if (!/Wingdings/i.test(xml)) return xml
  return xml
    .replace(/<w:sym\b[^>]*\/>/g, (symbol) => {
      const font = /w:font="([^"]*)"/.exec(symbol)?.[1] ?? ''
      const code = Number.parseInt(/w:char="([0-9A-Fa-f]{2,4})"/.exec(symbol)?.[1] ?? '', 16)
      const sign = /wingdings/i.test(font) ? signOf(font, code) : undefined
      return sign === undefined ? symbol : `<w:t>${sign}</w:t>`
    })
    .split('</w:r>')
    .map(plainRun)
    .join('</w:r>')
}

function plainRun(part: string): string {
  const start = Math.max(part.lastIndexOf('<w:r>'), part.lastIndexOf('<w:r '))
  if (start < 0) return part
  const run = part.slice(start)
  const font = /<w:rFonts[^>]*"(Wingdings(?: 2)?)"/i.exec(run)?.[1]
  if (font === undefined) return part
  const plain = run.replace(
    /(<w:t(?: [^>]*)?>)([^<]*)(<\/w:t>)/g,
    (_, open: string, text: string, close: string) =>
      `${open}${Array.from(text)
        .map((letter) => signOf(font, letter.codePointAt(0) ?? 0) ?? letter)
        .join('')}${close}`,
  )
  return part.slice(0, start) + plain
}
