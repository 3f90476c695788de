import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import type { FileRefusal } from './file-refusal.ts'

/** The text that bytes say in UTF-8, without its byte order mark; other encodings and binary data are refused. */
export function utf8Text(file: string, bytes: Buffer): Result<string, FileRefusal> {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refused({
      code: 'file.utf-16',
      file,
      line: 1,
      column: 1,
      value: `bytes ${hexadecimal(first)} ${hexadecimal(second)}`,
      sentence: 'The file is written in UTF-16.',
      fix: 'Save it as UTF-8.',
    })
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused({
      code: 'file.not-utf-8',
      file,
      ...placeOfInvalidByte(bytes),
      sentence: 'The file is not UTF-8 text.',
      fix: 'If it is a text in another encoding, save it as UTF-8; a Word or PDF file goes through "entente import".',
    })
  }
  const control = text.search(forbiddenControl)
  if (control === -1) return accepted(text)
  const before = text.slice(0, control).split('\n')
  return refused({
    code: 'file.not-text',
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    value: codePoint(text, control),
    sentence: `The file is not plain text: character ${codePoint(text, control)} stands in it.`,
    fix: 'Give a YAML or JSON file; a Word or PDF file goes through "entente import".',
  })
}

/** Control characters that neither YAML nor JSON may hold. */
// oxlint-disable-next-line no-control-regex
export const forbiddenControl = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

/** A character as people look it up: `U+0000`. */
export const codePoint = (text: string, at: number): string =>
  `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** The first byte that does not decode: its line, its column in characters, and the byte itself. */
function placeOfInvalidByte(bytes: Buffer): Pick<FileRefusal, 'line' | 'column' | 'value'> {
  const before = decodableStart(bytes)
  const lines = before.replace(/^\uFEFF/, '').split('\n')
  const byte = bytes[Buffer.byteLength(before)] ?? 0
  return {
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    value: `byte ${hexadecimal(byte)}`,
  }
}

/** The text up to the first byte that does not decode, found by halving. */
function decodableStart(bytes: Buffer): string {
  let good = 0
  let bad = bytes.length
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2)
    if (canBegin(bytes.subarray(0, middle))) good = middle
    else bad = middle - 1
  }
  // With `stream`, the beginning of a character that never ends is not part of the text.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, good), {
    stream: true,
  })
}

/** Whether bytes can be the beginning of a text: the last character may still lack some of its own. */
function canBegin(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

const hexadecimal = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')
