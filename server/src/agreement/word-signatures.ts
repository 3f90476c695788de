import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { AgreementDocument } from '@entente/domain/agreement/document/agreement-document.ts'
import type { SignaturePlace } from '@entente/domain/agreement/document/signatures.ts'
import { bare, ink, label, rule } from './word-style.ts'
import { toned, words } from './word-words.ts'

/** The places to sign, two beside each other. */
export function signatureTable(document: AgreementDocument, width: number): Table {
  const half = Math.floor(width / 2)
  const places = document.signatures
  const rows = places.filter((_, index) => index % 2 === 0)
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [half, half],
    width: { size: width, type: WidthType.DXA },
    borders: bare,
    margins: { left: 100, right: 300, bottom: 300 },
    rows: rows.map(
      (first, index) =>
        new TableRow({
          cantSplit: true,
          children: [first, places[2 * index + 1]].map(
            (place) =>
              new TableCell({
                width: { size: half, type: WidthType.DXA },
                children: place === undefined ? [new Paragraph('')] : lines(place),
              }),
          ),
        }),
    ),
  })
}

function lines(place: SignaturePlace): Paragraph[] {
  return [
    new Paragraph({
      children: words(place.heading, { ...label(17), bold: true, color: ink.accent }),
    }),
    new Paragraph({
      children:
        place.party === undefined
          ? toned('missing', 'Not named.')
          : words(place.party, { bold: true }),
    }),
    ...written('Name', place.name),
    ...written('Position', place.position),
    ...written('Date', place.acceptedAt),
    ...(place.acceptedAt === undefined
      ? written('Signature', undefined)
      : [new Paragraph({ children: words('Accepted in the record, by this hash:') })]),
    new Paragraph({ children: words(place.hash, label(13)) }),
    ...(place.caution === undefined
      ? []
      : [new Paragraph({ children: toned('missing', place.caution) })]),
  ]
}

/** A line to write on, with what is already known on it and its name below. */
const written = (name: string, value: string | undefined): Paragraph[] => [
  new Paragraph({
    spacing: { before: 280, after: 20 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: rule.hair, space: 1 } },
    children: words(value ?? ''),
  }),
  new Paragraph({ spacing: { after: 60 }, children: words(name, label(15)) }),
]
