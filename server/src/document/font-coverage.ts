/**
 * Which characters a font file (TTF or OTF) has a glyph for: its `cmap` table, read as far as text needs it, formats 4
 * (the basic plane) and 12 (all planes). A file that has neither covers nothing here.
 */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const ranges = subtables(font).flatMap((offset) => {
    const format = font.readUInt16BE(offset)
    return format === 12 ? groups(font, offset) : format === 4 ? segments(font, offset) : []
  })
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

type Range = readonly [first: number, last: number]

function subtables(font: Buffer): number[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (record === undefined) return []
  const cmap = font.readUInt32BE(record + 8)
  return Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  )
}

const groups = (font: Buffer, offset: number): Range[] =>
  Array.from({ length: font.readUInt32BE(offset + 12) }, (_, index) => {
    const at = offset + 16 + 12 * index
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)]
  })

/** A segment may still map single characters to no glyph; fonts leave such characters out of their segments. */
function segments(font: Buffer, offset: number): Range[] {
  const double = font.readUInt16BE(offset + 6)
  const ends = offset + 14
  const starts = ends + double + 2
  return Array.from({ length: double / 2 }, (_, index): Range => [
    font.readUInt16BE(starts + 2 * index),
    font.readUInt16BE(ends + 2 * index),
  ]).filter(([first]) => first < 0xff_ff)
}
