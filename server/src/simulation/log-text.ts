import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import type { FileRefusal } from '../document/file-refusal.ts'

/** Unpacked, at most this much of a log is read: a packed file can claim to hold terabytes. */
export const defaultByteLimit = 4 * 1024 ** 3

export interface LogTextOptions {
  /** As `TextDecoder` names it; a byte order mark wins. */
  readonly encoding: string
  readonly byteLimit?: number | undefined
  /** Called with the share of the file that has been read, 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined
}

/** Thrown inside the stream and turned into a refusal by whoever reads it. */
export class LogTextFault extends Error {
  readonly refusal: FileRefusal

  constructor(refusal: FileRefusal) {
    super(refusal.sentence)
    this.refusal = refusal
  }
}

/**
 * The text of a log, chunk by chunk: unpacked if its content (not its name) is gzip, decoded, line ends as `\n`.
 * Throws a `LogTextFault` for what is not text: binary content, bytes that the encoding does not have, a broken
 * archive, more than the limit.
 */
export async function* logText(file: string, options: LogTextOptions): AsyncGenerator<string> {
  const { size, head } = await headOf(file)
  const isPacked = head[0] === 0x1f && head[1] === 0x8b
  const source = createReadStream(file, { highWaterMark: 1 << 18 })
  let read = 0
  source.on('data', (chunk) => {
    read += chunk.length
  })
  const bytes = isPacked ? source.pipe(createGunzip({ chunkSize: 1 << 18 })) : source
  // A pipe does not carry errors on; without this a vanishing disk would wait for ever.
  source.on('error', (error) => bytes.destroy(error))
  let decoder: TextDecoder | undefined
  let total = 0
  let held = ''
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      total += chunk.length
      const limit = options.byteLimit ?? defaultByteLimit
      if (total > limit) throw new LogTextFault(tooMuch(file, limit))
      decoder ??= decoderFor(chunk, options.encoding)
      const text = held + decoded(decoder, chunk, file, options.encoding)
      // A line end of two characters may be cut in two by the chunk.
      held = text.endsWith('\r') ? '\r' : ''
      yield plainLines(held === '' ? text : text.slice(0, -1), file)
      options.progress?.(size === 0 ? 1 : read / size)
    }
    yield plainLines(
      held + (decoder === undefined ? '' : decodedEnd(decoder, file, options.encoding)),
      file,
    )
  } catch (error) {
    throw faultOf(error, file)
  } finally {
    source.destroy()
    bytes.destroy()
  }
}

/** Enough text to see the header. */
export async function firstText(text: AsyncGenerator<string>): Promise<string> {
  let first = ''
  while (!first.trimStart().includes('\n') && first.length < 1_000_000) {
    const next = await text.next()
    if (next.done === true) break
    first += next.value
  }
  return first
}

/** The whole text again, once its beginning was looked at. */
export async function* withFirst(
  first: string,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  yield first
  yield* rest
}

async function headOf(file: string): Promise<{ readonly size: number; readonly head: Buffer }> {
  const facts = await stat(file)
  if (facts.isDirectory()) {
    const sentence = `${file} is a folder, and a log is one file.`
    throw new LogTextFault({
      code: 'file.is-folder',
      file,
      sentence,
      fix: 'Name the CSV file in it.',
    })
  }
  const handle = await open(file, 'r')
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(2), length: 2 })
    return { size: facts.size, head: buffer }
  } finally {
    await handle.close()
  }
}

function decoderFor(chunk: Buffer, encoding: string): TextDecoder {
  const [first, second] = chunk
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : encoding
  return new TextDecoder(marked, { fatal: true })
}

function decoded(decoder: TextDecoder, chunk: Buffer, file: string, encoding: string): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw new LogTextFault(notInEncoding(file, encoding))
  }
}

function decodedEnd(decoder: TextDecoder, file: string, encoding: string): string {
  try {
    return decoder.decode()
  } catch {
    throw new LogTextFault(notInEncoding(file, encoding))
  }
}

function plainLines(text: string, file: string): string {
  if (text.includes('\0')) {
    throw new LogTextFault({
      code: 'log.not-text',
      file,
      value: 'U+0000',
      sentence: `${file} is not a text: there are zero bytes in it.`,
      fix: 'Give a CSV file, plain or packed with gzip; a spreadsheet is saved as CSV first.',
    })
  }
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

const notInEncoding = (file: string, encoding: string): FileRefusal => ({
  code: 'log.wrong-encoding',
  file,
  value: encoding,
  sentence: `${file} is not written in ${encoding}.`,
  fix:
    encoding === 'utf-8'
      ? 'Write "encoding: latin1" in the mapping if a spreadsheet saved it, or save it as UTF-8.'
      : 'Leave encoding out of the mapping for UTF-8, or name the right one.',
})

const tooMuch = (file: string, limit: number): FileRefusal => ({
  code: 'log.too-large',
  file,
  value: limit,
  sentence: `${file} has more than ${limit} bytes when it is unpacked.`,
  fix: 'Check that this is the right file, or split it.',
})

function faultOf(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (!code.startsWith('Z_') && code !== 'ERR_ZLIB') return error
  return new LogTextFault({
    code: 'log.broken-archive',
    file,
    value: code,
    sentence: `${file} is packed with gzip, and the archive is broken.`,
    fix: 'Fetch the file again; it may have been cut off on the way.',
  })
}
