import { nearest } from '@entente/domain/kernel/nearest.ts'
import { refused, type Result } from '@entente/domain/kernel/result.ts'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileRefusal } from './file-refusal.ts'
import { readBytes, type ReadBytes } from './read-bytes.ts'
import { utf8Text } from './utf8-text.ts'

/** An agreement with every section filled is about 20 kB; a hundred times that is not an agreement. */
export const defaultSizeLimit = 2 * 1024 * 1024

/**
 * The text of a UTF-8 file, without its byte order mark; `-` is what is piped in. No more than the limit is ever read,
 * and a pipe into which nobody writes is refused.
 */
export async function readTextFile(
  file: string,
  sizeLimit: number = defaultSizeLimit,
): Promise<Result<string, FileRefusal>> {
  let read: ReadBytes
  try {
    read = await readBytes(file, sizeLimit)
  } catch (error) {
    return refused(await unreadable(file, (error as NodeJS.ErrnoException).code ?? ''))
  }
  switch (read.kind) {
    case 'bytes':
      return utf8Text(file, read.bytes)
    case 'folder':
      return refused(isDirectory(file))
    case 'too-large':
      return refused(tooLarge(file, read.size, sizeLimit))
    case 'silent':
      return refused(silentPipe(file))
    default:
      return read satisfies never
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
  sentence: `${shownName(file)} has ${size} bytes or more, and ${limit} is the limit.`,
  fix: 'Check that this is the right file; an agreement is a few dozen kilobytes.',
})

export const silentPipe = (file: string): FileRefusal => ({
  code: 'file.silent-pipe',
  file,
  sentence: `${file} is a pipe, and nobody writes into it.`,
  fix: 'Give a file, or pipe the text in and write "-" for its name.',
})

const shownName = (file: string): string => (file === '-' ? 'What is piped in' : file)

/** Why a file cannot be opened, by the code of the system's error; a missing one with the nearest name beside it. */
export async function unreadable(file: string, code: string): Promise<FileRefusal> {
  if (code !== 'ENOENT' && code !== 'ENOTDIR') {
    return {
      code: 'file.unreadable',
      file,
      value: code,
      sentence: `${file} cannot be read (${code === '' ? 'unknown fault' : code}).`,
      fix: unreadableFix(code),
    }
  }
  const goal = await brokenLink(file)
  if (goal !== undefined) {
    return {
      code: 'file.missing',
      file,
      value: goal,
      sentence: `${file} is a link to ${goal}, and there is no such file.`,
      fix: 'Let the link point to a file, or name the file itself.',
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

const unreadableFix = (code: string): string => {
  if (code === 'EACCES') return 'Ask for the right to read it.'
  if (code === 'ELOOP') return 'Its links lead in a circle; name the file itself.'
  if (code === 'ENAMETOOLONG') return 'The name is longer than a file can have; check it.'
  return 'Check the file and its disk.'
}

/** Where a link points; undefined where the file is no link. */
const brokenLink = async (file: string): Promise<string | undefined> => {
  const facts = await lstat(file).catch(() => undefined)
  return facts?.isSymbolicLink() === true ? readlink(file) : undefined
}
