import { nearest } from '@entente/domain/kernel/nearest.ts'
import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileRefusal } from './file-refusal.ts'

/** An agreement with every section filled is about 20 kB; a hundred times that is not an agreement. */
export const defaultSizeLimit = 2 * 1024 * 1024

/**
 * The text of a UTF-8 file, without its byte order mark. Its size is asked before a byte is read, and no more than
 * the limit is ever read, whatever the size claims (pipes and devices claim nothing).
 */
export async function readTextFile(
  file: string,
  sizeLimit: number = defaultSizeLimit,
): Promise<Result<string, FileRefusal>> {
  let bytes: Buffer | number
  try {
    const facts = await stat(file)
    if (facts.isDirectory()) return refused(isDirectory(file))
    bytes = facts.size > sizeLimit ? facts.size : await readAtMost(file, sizeLimit)
  } catch (error) {
    return refused(await unreadable(file, (error as NodeJS.ErrnoException).code ?? ''))
  }
  if (typeof bytes === 'number') return refused(tooLarge(file, bytes, sizeLimit))
  return decode(file, bytes)
}

/** The bytes, or how many there are at least when they are too many. */
async function readAtMost(file: string, limit: number): Promise<Buffer | number> {
  const handle = await open(file, 'r')
  try {
    const chunks: Buffer[] = []
    let total = 0
    for (;;) {
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(65_536) })
      if (bytesRead === 0) return Buffer.concat(chunks, total)
      total += bytesRead
      if (total > limit) return total
      chunks.push(buffer.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}

function decode(file: string, bytes: Buffer): Result<string, FileRefusal> {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refused({
      code: 'file.utf-16',
      file,
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
    value: `U+${text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0')}`,
    sentence: `The file is not plain text: character U+${text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0')} stands in it.`,
    fix: 'Give a YAML or JSON file; a Word or PDF file goes through "entente import".',
  })
}

/** Control characters that neither YAML nor JSON may hold. */
// oxlint-disable-next-line no-control-regex
const forbiddenControl = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

/** Line and column, in characters, of the first byte that does not decode. */
function placeOfInvalidByte(bytes: Buffer): { readonly line: number; readonly column: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (!decodes(decoder, bytes.subarray(start, end))) break
    line += 1
    start = end + 1
  }
  const rest = new TextDecoder().decode(bytes.subarray(start, start + 10_000))
  return { line, column: Math.max(0, rest.indexOf('\uFFFD')) + 1 }
}

function decodes(decoder: TextDecoder, bytes: Buffer): boolean {
  try {
    decoder.decode(bytes)
    return true
  } catch {
    return false
  }
}

const isDirectory = (file: string): FileRefusal => ({
  code: 'file.is-folder',
  file,
  sentence: `${file} is a folder, and one file is needed.`,
  fix: 'Name a file in it; "entente audit" takes folders.',
})

const tooLarge = (file: string, size: number, limit: number): FileRefusal => ({
  code: 'file.too-large',
  file,
  value: size,
  sentence: `The file has ${size} bytes or more, and ${limit} is the limit.`,
  fix: 'Check that this is the right file; an agreement is a few dozen kilobytes.',
})

/** Why a file cannot be opened, by the code of the system's error; a missing one with the nearest name beside it. */
export async function unreadable(file: string, code: string): Promise<FileRefusal> {
  if (code !== 'ENOENT' && code !== 'ENOTDIR') {
    return {
      code: 'file.unreadable',
      file,
      value: code,
      sentence: `${file} cannot be read (${code === '' ? 'unknown fault' : code}).`,
      fix: code === 'EACCES' ? 'Ask for the right to read it.' : 'Check the file and its disk.',
    }
  }
  const folder = dirname(file)
  const names = await readdir(folder).catch(() => undefined)
  const near = names === undefined ? undefined : nearest(basename(file), names)
  const fix =
    names === undefined
      ? `The folder ${folder} does not exist either; check the path.`
      : `Check the name in ${folder === '.' ? 'this folder' : folder}.`
  return {
    code: 'file.missing',
    file,
    sentence: `There is no file ${file}.`,
    fix: near === undefined ? fix : `Did you mean ${join(folder, near)}?`,
  }
}
