/**
 * A document that people already have, read into blocks. What a file is, its bytes decide and not its name. Word and
 * PDF are read in a worker of their own, with a limit of time and memory, because both formats can be made to cost
 * either; the limit of size is asked before a byte is read.
 *
 * The surprising rule: nothing here throws on a strange file. It is refused, with what would make it readable.
 */
import type { SourceDocument } from '@entente/domain/agreement/recognition/source-document.ts'
import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { decodeText } from './decode-text.ts'
import { kindOfBytes } from './document-kind.ts'
import { documentRefusal } from './document-refusal.ts'
import type { FileRefusal } from './file-refusal.ts'
import { readBytes, type ReadBytes } from './read-bytes.ts'
import { readGuarded } from './read-guarded.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import { silentPipe, unreadable } from './read-text-file.ts'

/** A long agreement with pictures is a few megabytes. */
const mostBytes = 32 * 1024 * 1024
/** Text alone: a thousand pages. */
const mostTextBytes = 4 * 1024 * 1024

/** Reads a document of any known format. */
export async function readDocument(file: string): Promise<Result<SourceDocument, FileRefusal>> {
  let read: ReadBytes
  try {
    read = await readBytes(file, mostBytes)
  } catch (error) {
    return refused(await unreadable(file, (error as NodeJS.ErrnoException).code ?? ''))
  }
  switch (read.kind) {
    case 'bytes':
      return readDocumentBytes(read.bytes, file)
    case 'folder':
      return refused({
        code: 'file.is-folder',
        file,
        sentence: `${file} is a folder, and one document is needed.`,
        fix: 'Name a file in it.',
      })
    case 'too-large':
      return refused(documentRefusal('document.too-large', file, read.size))
    case 'silent':
      return refused(silentPipe(file))
    default:
      return read satisfies never
  }
}

/** Paragraphs and rows of tables. */
const mostParts = 10_000

const partsOf = (document: SourceDocument): number =>
  document.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 1), 0)

/** The same for bytes in hand; `file` is the name that refusals use and whose ending tells Markdown from text. */
export async function readDocumentBytes(
  bytes: Uint8Array,
  file: string,
): Promise<Result<SourceDocument, FileRefusal>> {
  const read = await readByKind(bytes, file)
  if (!read.ok || partsOf(read.value) <= mostParts) return read
  return refused(documentRefusal('document.too-long', file))
}

async function readByKind(
  bytes: Uint8Array,
  file: string,
): Promise<Result<SourceDocument, FileRefusal>> {
  const kind = kindOfBytes(bytes)
  switch (kind) {
    case 'pdf':
      return readGuarded('pdf', bytes, file)
    case 'zip':
      return readGuarded('word', bytes, file)
    case 'ole':
      return refused(
        documentRefusal(
          isEncryptedPackage(bytes) ? 'document.password' : 'document.old-word',
          file,
        ),
      )
    case 'rtf':
      return refused(documentRefusal('document.rich-text', file))
    case 'picture':
      return refused(documentRefusal('document.picture', file))
    case 'html':
    case 'other':
      return readPlain(bytes, file, kind === 'html')
  }
  return kind satisfies never
}

function readPlain(
  bytes: Uint8Array,
  file: string,
  isHtml: boolean,
): Result<SourceDocument, FileRefusal> {
  if (bytes.length > mostTextBytes)
    return refused(documentRefusal('document.too-large', file, bytes.length))
  const decoded = decodeText(bytes)
  if (decoded === undefined) return refused(documentRefusal('document.not-text', file))
  const text = decoded.text.replace(/^\uFEFF/, '')
  if (text.trim() === '') return refused(documentRefusal('document.empty', file))
  const unsure = decoded.note === undefined ? [] : [{ source: 'the file', text: decoded.note }]
  if (isHtml) return accepted(readHtml(text, unsure))
  return accepted(isMarkdown(text, file) ? readMarkdown(text, unsure) : readText(text, unsure))
}

/** The line of dashes under the header of a Markdown table. */
const isTableRule = (line: string): boolean =>
  line.length < 2000 &&
  line.includes('---') &&
  /^[|:-][|:\s-]*$/.test(line.trim()) &&
  line.includes('|')

/** By its ending, or by headings and tables that only Markdown has. */
function isMarkdown(text: string, file: string): boolean {
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(file)) return true
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0
  return headings > 1 || text.split('\n').some(isTableRule)
}

/** Word writes a protected document into the old container, with a stream of this name. */
const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
