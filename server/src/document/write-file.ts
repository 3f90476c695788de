import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { randomUUID } from 'node:crypto'
import { link, open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { standardInput } from './read-bytes.ts'

export interface WriteRefusal extends Refusal {
  readonly code:
    | 'file.exists'
    | 'file.no-folder'
    | 'file.is-folder'
    | 'file.not-written'
    | 'file.no-name'
  readonly file: string
}

/**
 * Writes a file whole or not at all: to a neighbour first, then renamed, so that a crash or a full disk leaves the old
 * file as it was. An existing file is refused unless `force`; two writers at once cannot both win.
 */
export async function writeFileWhole(
  file: string,
  content: string | Uint8Array,
  settings: { readonly force?: boolean } = {},
): Promise<Result<{ readonly file: string }, WriteRefusal>> {
  const force = settings.force ?? false
  if (file === standardInput) return refused(noFile)
  const facts = await stat(file).catch(() => undefined)
  if (facts?.isDirectory() === true) return refused(isFolder(file))
  if (facts !== undefined && !force) return refused(exists(file))
  const goal = facts === undefined ? file : await realpath(file)
  const neighbour = join(dirname(goal), `.${basename(goal)}.${randomUUID()}.tmp`)
  try {
    await writeDurably(neighbour, content, facts === undefined ? 0o666 : facts.mode & 0o777)
    if (force) await rename(neighbour, goal)
    else await claim(neighbour, goal)
    return accepted({ file })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return refused(code === 'EEXIST' ? exists(file) : notWritten(file, code))
  } finally {
    await unlink(neighbour).catch(() => undefined)
  }
}

async function writeDurably(
  file: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  const handle = await open(file, 'wx', mode)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A link fails where the name is taken; a rename would replace it. Some file systems know no links. */
async function claim(neighbour: string, goal: string): Promise<void> {
  try {
    await link(neighbour, goal)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    await rename(neighbour, goal)
  }
}

const noFile: WriteRefusal = {
  code: 'file.no-name',
  file: standardInput,
  sentence: '"-" is not the name of a file to write.',
  fix: 'Give a name, for example draft.yaml; a file of that name is "./-".',
}

const exists = (file: string): WriteRefusal => ({
  code: 'file.exists',
  file,
  sentence: `${file} exists already.`,
  fix: 'Choose another name, or add --force to replace it.',
})

const isFolder = (file: string): WriteRefusal => ({
  code: 'file.is-folder',
  file,
  sentence: `${file} is a folder.`,
  fix: `Name a file in it, for example ${join(file, 'agreement.yaml')}.`,
})

const notWritten = (file: string, code: string): WriteRefusal =>
  code === 'ENOENT'
    ? {
        code: 'file.no-folder',
        file,
        sentence: `The folder ${dirname(file)} does not exist.`,
        fix: 'Create it first, or choose another name.',
      }
    : {
        code: 'file.not-written',
        file,
        sentence: `${file} could not be written (${code === '' ? 'unknown fault' : code}); nothing was changed.`,
        fix:
          code === 'ENOSPC'
            ? 'Free some space on the disk.'
            : 'Check that you may write in this folder.',
      }
