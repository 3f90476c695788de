import { strFromU8, strToU8, unzipSync, type UnzipFileInfo, zipSync } from 'fflate'
import { withPlainTicks } from './symbol-fonts.ts'
import type { DocumentRefusalCode } from './document-refusal.ts'

/** What of a Word package is read: its XML, unpacked within bounds; pictures and fonts are left packed. */
export interface DocxPackage {
  /** The same package, small and harmless, for the reader of Word documents. */
  readonly bytes: Uint8Array
  readonly hasTrackedChanges: boolean
  readonly hasTextBoxes: boolean
  /** Text of headers and footers, page numbers left out. */
  readonly margins: readonly { readonly source: string; readonly text: string }[]
}

const mostParts = 5000
const mostUnpacked = 48 * 1024 * 1024

/** Looks at the directory of the archive before anything is unpacked; sizes that lie are cut at what they claim. */
export function openDocx(bytes: Uint8Array): DocxPackage | DocumentRefusalCode {
  const found: UnzipFileInfo[] = []
  unzipSync(bytes, {
    filter(part) {
      if (found.length < mostParts + 1) found.push(part)
      return false
    },
  })
  const names = new Set(found.map((part) => part.name))
  if (![...names].some((name) => /^word\/document\d*\.xml$/.test(name)))
    return 'document.other-archive'
  const wanted = found.filter((part) => isWanted(part.name))
  const total = wanted.reduce((sum, part) => sum + part.originalSize, 0)
  if (found.length > mostParts || total > mostUnpacked) return 'document.bomb'
  const parts = unzipSync(bytes, { filter: (part) => isWanted(part.name) })
  const main = Object.keys(parts).find((name) => /^word\/document\d*\.xml$/.test(name)) ?? ''
  const xml = strFromU8(parts[main] ?? new Uint8Array())
  const margins = Object.keys(parts)
    .toSorted()
    .flatMap((name) => {
      const kind = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1]
      return kind === undefined
        ? []
        : marginTexts(strFromU8(parts[name] ?? new Uint8Array())).map((text) => ({
            source: kind,
            text,
          }))
    })
  return {
    bytes: zipSync({ ...parts, [main]: strToU8(withPlainTicks(xml)) }, { level: 0 }),
    hasTrackedChanges: /<w:(?:ins|del|moveFrom|moveTo) /.test(xml),
    hasTextBoxes: xml.includes('<w:txbxContent'),
    margins: margins.filter(
      (one, index) => margins.findIndex((other) => other.text === one.text) === index,
    ),
  }
}

const isWanted = (name: string): boolean =>
  /\.(?:xml|rels)$/i.test(name) &&
  !/(?:^|\/)(?:media|embeddings|fonts|theme|customXml)\//.test(name)

function marginTexts(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\b/g)]
        .map((match) => match[1] ?? ' ')
        .join(''),
    )
    .map((text) =>
      text
        .replace(/&amp;/g, '&')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .trim(),
    )
    .filter(
      (text) =>
        /\p{L}{2}/u.test(text) && !/^(?:page|seite)?\s*\d*\s*(?:of|von|\/)?\s*\d*$/i.test(text),
    )
}
