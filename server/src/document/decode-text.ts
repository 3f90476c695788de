/** A text and the encoding it was read in, where that had to be found out. */
export interface DecodedText {
  readonly text: string
  /** A sentence to show where the encoding is not plain UTF-8. */
  readonly note?: string | undefined
}

/**
 * Decodes a text of unknown encoding: a byte order mark decides, then UTF-8 if it is valid, then UTF-16 by its zero
 * bytes, then Windows-1252, of which Latin-1 is a part. Undefined for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe)
    return noted(decode(bytes.subarray(2), 'utf-16le'), 'UTF-16')
  if (first === 0xfe && second === 0xff)
    return noted(decode(bytes.subarray(2), 'utf-16be'), 'UTF-16')
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== undefined && !utf8.includes('\0')) return isText(utf8) ? { text: utf8 } : undefined
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return noted(decode(bytes, wide), 'UTF-16 without a mark')
  if (bytes.includes(0)) return undefined
  return noted(decode(bytes, 'windows-1252'), 'Windows-1252 (Latin-1)')
}

function noted(text: string | undefined, encoding: string): DecodedText | undefined {
  if (text === undefined || !isText(text)) return undefined
  return {
    text,
    note: `the file is not UTF-8; it was read as ${encoding}, so check accents and ticks`,
  }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Western text in UTF-16 has a zero in every other byte. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length * 0.3 && even < sample.length * 0.05) return 'utf-16le'
  if (even > sample.length * 0.3 && odd < sample.length * 0.05) return 'utf-16be'
  return undefined
}

// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000B\u000E-\u001F\u007F\uFFFD\u0081\u008D\u008F\u0090\u009D]/g

/** Fewer than one control character in five hundred: a stray form feed is no reason to refuse. */
function isText(text: string): boolean {
  const controls = text.match(control)?.length ?? 0
  return controls <= text.length / 500
}
