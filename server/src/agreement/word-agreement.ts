import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import type { AgreementDocument } from '@entente/domain/agreement/document/agreement-document.ts'
import type { Paper } from './paper.ts'
import { wordBlocks, type Leaf } from './word-blocks.ts'
import { withoutTime } from './word-package.ts'
import { signatureTable } from './word-signatures.ts'
import { ink, label, wordStyles } from './word-style.ts'
import { words } from './word-words.ts'

const sizes = { a4: [11_906, 16_838], 'us-letter': [12_240, 15_840] } as const
const margin = { top: 1530, bottom: 1360, left: 1360, right: 1360, header: 700, footer: 700 }

/** The agreement as a .docx; what the PDF says, in the same order. A wide matrix turns its page. */
export async function wordAgreement(
  document: AgreementDocument,
  paper: Paper,
): Promise<Uint8Array> {
  const [width, height] = sizes[paper]
  const room = { upright: width - 2 * margin.left, turned: height - 2 * margin.left }
  const file = new Document({
    title: `${document.title}: ${document.between.join(', ')}`,
    creator: document.between[0],
    lastModifiedBy: document.between[0],
    keywords: document.hash,
    styles: wordStyles(document.language),
    sections: pages(leaves(document, room)).map(({ turned, children }): ISectionOptions => ({
      properties: {
        page: {
          margin,
          size: {
            width,
            height,
            orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
        },
      },
      headers: { default: header(document, turned ? room.turned : room.upright) },
      footers: { default: footer(document) },
      children,
    })),
  })
  return withoutTime(await Packer.toBuffer(file))
}

function leaves(document: AgreementDocument, room: { upright: number; turned: number }): Leaf[] {
  const [vendor, partner] = document.between
  const bold = { bold: true, size: 26 }
  return [
    upright(new Paragraph({ heading: HeadingLevel.TITLE, children: words(document.title) })),
    upright(
      new Paragraph({
        spacing: { after: 360 },
        children: [
          ...words('between ', { size: 26, color: ink.quiet }),
          ...words(vendor, bold),
          ...words(' and ', { size: 26, color: ink.quiet }),
          ...words(partner, bold),
        ],
      }),
    ),
    ...wordBlocks(document.front, room, HeadingLevel.HEADING_1),
    ...document.sections.flatMap(({ number, title, blocks }) =>
      [section(`${number}  ${title}`)].concat(wordBlocks(blocks, room)),
    ),
    section('Signatures', true),
    upright(new Paragraph({ children: words(document.acceptance), spacing: { after: 360 } })),
    upright(signatureTable(document, room.upright)),
    ...document.annexes.flatMap(({ number, title, blocks }, index) =>
      [section(`Annex ${number}  ${title}`, index === 0)].concat(wordBlocks(blocks, room)),
    ),
  ]
}

const upright = (child: FileChild): Leaf => ({ turned: false, child })

const section = (heading: string, pageBreakBefore = false): Leaf =>
  upright(
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: words(heading),
      pageBreakBefore,
    }),
  )

/** Neighbours of one orientation share a section of the file. */
function pages(all: readonly Leaf[]): { turned: boolean; children: FileChild[] }[] {
  const found: { turned: boolean; children: FileChild[] }[] = []
  for (const { turned, child } of all) {
    const last = found.at(-1)
    if (last?.turned === turned) last.children.push(child)
    else found.push({ turned, children: [child] })
  }
  return found
}

function header(document: AgreementDocument, width: number): Header {
  const mark = document.mark === undefined ? '' : `${document.mark}   `
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { bottom: { style: 'single', size: 4, color: 'C9CED6', space: 4 } },
        children: [
          new TextRun({ ...label(15), text: document.running.title, color: ink.plain }),
          new TextRun({ ...label(15), text: `\t${mark}`, color: ink.missing, bold: true }),
          new TextRun({
            ...label(15),
            text: `Version ${document.version}   ${document.shortHash}`,
          }),
        ],
      }),
    ],
  })
}

const footer = (document: AgreementDocument): Footer =>
  new Footer({
    children: [
      new Paragraph({ spacing: { after: 40 }, children: words(document.hash, label(12)) }),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            ...label(15),
            children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
