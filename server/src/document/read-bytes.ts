import { constants } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** As the name of a file: what is piped in. */
export const standardInput = '-'

/** What a file holds, or why not: more than the limit (with the least size it has), a folder, a pipe without words. */
export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'folder' }
  | { readonly kind: 'silent' }

/** How long a pipe may say nothing: for one into which nobody writes, and for one whose writer is slow. */
const patience = { unwritten: 1_000, slow: 20_000 }
const pause = 20

/**
 * The bytes of a file. Its size is asked before a byte is read, and no more than the limit is ever read, whatever the
 * size claims (pipes and devices claim nothing). A pipe that nobody writes into is given up, not waited for. Throws
 * the system's error where the file cannot be opened.
 */
export async function readBytes(file: string, limit: number): Promise<ReadBytes> {
  if (file === standardInput) return readStream(process.stdin, limit)
  const facts = await stat(file)
  if (facts.isDirectory()) return { kind: 'folder' }
  if (facts.size > limit) return { kind: 'too-large', size: facts.size }
  // Without the flag, opening a pipe waits for its writer where nothing can end the wait.
  const flags = facts.isFIFO() ? constants.O_RDONLY | constants.O_NONBLOCK : constants.O_RDONLY
  const handle = await open(file, flags)
  try {
    return await readHandle(handle, limit, facts.isFIFO())
  } finally {
    await handle.close()
  }
}

async function readHandle(handle: FileHandle, limit: number, isPipe: boolean): Promise<ReadBytes> {
  const chunks: Buffer[] = []
  let total = 0
  let silence = 0
  for (;;) {
    const chunk = await nextChunk(handle)
    if (chunk === 'later' || (isPipe && total === 0 && chunk.length === 0)) {
      silence += pause
      if (silence > patience[chunk === 'later' ? 'slow' : 'unwritten']) return { kind: 'silent' }
      await sleep(pause)
      continue
    }
    if (chunk.length === 0) return { kind: 'bytes', bytes: Buffer.concat(chunks, total) }
    silence = 0
    total += chunk.length
    if (total > limit) return { kind: 'too-large', size: total }
    chunks.push(chunk)
  }
}

/** Nothing is the end; `later` is a pipe whose writer has not written yet. */
async function nextChunk(handle: FileHandle): Promise<Buffer | 'later'> {
  try {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(65_536) })
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 'later'
    throw error
  }
}

async function readStream(stream: AsyncIterable<Buffer>, limit: number): Promise<ReadBytes> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) return { kind: 'too-large', size }
    chunks.push(chunk)
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) }
}
