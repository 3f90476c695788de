/** What a file is by its first bytes; its name may lie. */
export type FileKind = 'pdf' | 'zip' | 'ole' | 'rtf' | 'picture' | 'html' | 'other'

export function kindOfBytes(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  // oxlint-disable-next-line no-control-regex
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return 'zip'
  if (head.startsWith('\xD0\xCF\x11\xE0')) return 'ole'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/^(?:\x89PNG|\xFF\xD8\xFF|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF....WEBP)/s.test(head))
    return 'picture'
  if (
    /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)\b/i.test(
      head,
    )
  )
    return 'html'
  return 'other'
}
