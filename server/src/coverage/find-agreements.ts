import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRefusal } from '../document/file-refusal.ts'
import { defaultSizeLimit } from '../document/read-text-file.ts'

/** What a folder holds: files that call themselves agreements, and what was passed over with the reason. */
export interface FoundFiles {
  readonly agreements: readonly string[]
  readonly skipped: readonly SkippedFile[]
}

export interface SkippedFile {
  readonly file: string
  readonly reason: string
}

/** Bounds of one walk; a folder of agreements is far inside them, a home directory is not. */
const deepest = 8
const mostFiles = 20_000

/**
 * Looks for agreements in a folder and its folders, in the order of their names. Hidden folders and `node_modules` are
 * passed over. Links are followed, each folder once, so a loop of links ends.
 */
export async function findAgreements(folder: string): Promise<Result<FoundFiles, FileRefusal>> {
  const walk: Walk = { agreements: [], skipped: [], seen: new Set(), files: 0 }
  try {
    await walkFolder(folder, 0, walk)
  } catch (error) {
    return refused({
      code: 'folder.unreadable',
      file: folder,
      sentence: `The folder ${folder} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}).`,
      fix: 'Check its name and that you may read it.',
    })
  }
  return accepted({ agreements: walk.agreements, skipped: walk.skipped })
}

interface Walk {
  readonly agreements: string[]
  readonly skipped: SkippedFile[]
  readonly seen: Set<string>
  files: number
}

async function walkFolder(folder: string, depth: number, walk: Walk): Promise<void> {
  const real = await realpath(folder)
  if (walk.seen.has(real)) return
  walk.seen.add(real)
  const names = (await readdir(folder)).toSorted((a, b) => (a < b ? -1 : 1))
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue
    const file = join(folder, name)
    const facts = await stat(file).catch(() => undefined)
    if (facts === undefined) {
      walk.skipped.push({ file, reason: 'it leads nowhere, or may not be read' })
    } else if (facts.isDirectory()) {
      if (depth < deepest) await walkSubfolder(file, depth + 1, walk)
      else
        walk.skipped.push({ file, reason: `folders more than ${deepest} deep are not looked into` })
    } else if (facts.isFile() && /\.(?:ya?ml|json)$/i.test(name)) {
      await sortFile(file, facts.size, walk)
    }
  }
}

async function walkSubfolder(folder: string, depth: number, walk: Walk): Promise<void> {
  try {
    await walkFolder(folder, depth, walk)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault'
    walk.skipped.push({ file: folder, reason: `the folder cannot be read (${code})` })
  }
}

/** One file under two names is one agreement. */
async function sortFile(file: string, size: number, walk: Walk): Promise<void> {
  const real = await realpath(file)
  if (walk.seen.has(real)) return
  walk.seen.add(real)
  walk.files += 1
  if (walk.files > mostFiles) {
    if (walk.files === mostFiles + 1) {
      walk.skipped.push({ file, reason: `from here on: more than ${mostFiles} files` })
    }
    return
  }
  if (size > defaultSizeLimit) {
    walk.skipped.push({ file, reason: 'it is too large for an agreement' })
    return
  }
  try {
    const bytes = await readFile(file)
    if (bytes.includes('entente/agreement@')) walk.agreements.push(file)
    else walk.skipped.push({ file, reason: 'it does not say "format: entente/agreement@1"' })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault'
    walk.skipped.push({ file, reason: `it cannot be read (${code})` })
  }
}
