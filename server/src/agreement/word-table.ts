import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
  type ITableCellOptions,
} from 'docx'
import type {
  Cell,
  Fact,
  Matrix,
  Table as TableBlock,
} from '@entente/domain/agreement/document/block.ts'
import { bare, ink, label, rule } from './word-style.ts'
import { toned, words } from './word-words.ts'

const hair = { style: BorderStyle.SINGLE, size: 4, color: rule.hair }
const firm = { style: BorderStyle.SINGLE, size: 8, color: rule.firm }
const margins = { top: 60, bottom: 60, left: 100, right: 100 }

/** `widths` are in twentieths of a point; Word keeps them because the layout is fixed. */
const grid = (rows: TableRow[], widths: readonly number[]): Table =>
  new Table({
    rows,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: bare,
    margins,
  })

export function showTable(block: TableBlock, width: number): Table {
  const widths = shared(
    block.columns.map((column) => column.share),
    width,
  )
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) =>
      headerCell(column.title, { width: dxa(widths[index]), borders: { bottom: firm } }),
    ),
  })
  const rows = block.rows.map(
    (row) => new TableRow({ children: row.map((cell, index) => bodyCell(cell, widths[index])) }),
  )
  return grid([header, ...rows], widths)
}

/** Terms and what is said of them: a table without rules and without a header. */
export function showFacts(facts: readonly Fact[], width: number): Table {
  const widths = shared([1, 2.8], width)
  return grid(
    facts.map(
      (fact) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ width: dxa(widths[0]), children: [line(words(fact.term, label(17)))] }),
            new TableCell({ width: dxa(widths[1]), children: [line(toned(fact.tone, fact.text))] }),
          ],
        }),
    ),
    widths,
  )
}

/** Activities by positions, with a header row for the sides and one for the positions; many titles stand upright. */
export function showMatrix(block: Matrix, width: number): Table {
  const titles = block.groups.flatMap((group) => group.columns)
  const turned = titles.length > 6
  const widths = shared([turned ? 6 : 2.2, ...titles.map(() => 1)], width)
  const sides = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      headerCell(block.corner, {
        rowSpan: 2,
        width: dxa(widths[0]),
        borders: { bottom: firm },
        verticalAlign: VerticalAlignTable.BOTTOM,
      }),
      ...block.groups.map((group) =>
        headerCell(
          group.title,
          {
            columnSpan: group.columns.length,
            shading: { fill: rule.shade },
            borders: { left: firm },
          },
          AlignmentType.CENTER,
        ),
      ),
    ],
  })
  const positions = new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...(turned ? { height: { value: 1900, rule: HeightRule.ATLEAST } } : {}),
    children: titles.map((title, index) =>
      headerCell(
        title,
        {
          width: dxa(widths[index + 1]),
          borders: { bottom: firm, left: hair },
          verticalAlign: VerticalAlignTable.BOTTOM,
          ...(turned ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
        },
        turned ? AlignmentType.LEFT : AlignmentType.CENTER,
      ),
    ),
  })
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: [
          bodyCell(row.head, widths[0]),
          ...row.cells.map((letters, index) => letterCell(letters, widths[index + 1])),
        ],
      }),
  )
  return grid([sides, positions, ...rows], widths)
}

function letterCell(letters: string, width: number | undefined): TableCell {
  const accountable = letters.includes('A')
  const run = { ...label(17), bold: accountable, color: accountable ? ink.accent : ink.plain }
  return new TableCell({
    width: dxa(width),
    borders: { bottom: hair, left: hair },
    children: [line(words(letters, run), AlignmentType.CENTER)],
  })
}

const headerCell = (
  title: string,
  options: Omit<ITableCellOptions, 'children'>,
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType],
): TableCell =>
  new TableCell({
    ...options,
    children: [line(words(title, { ...label(15), bold: true }), alignment)],
  })

const bodyCell = (cell: Cell, width: number | undefined): TableCell =>
  new TableCell({
    width: dxa(width),
    borders: { bottom: hair },
    children: [
      line(toned(cell.tone, cell.text, { size: 19 })),
      ...cell.details.map((detail) => line(words(detail, label(15)))),
    ],
  })

const line = (
  children: ReturnType<typeof words>,
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType],
): Paragraph =>
  new Paragraph({ children, spacing: { after: 0 }, ...(alignment ? { alignment } : {}) })

const dxa = (size: number | undefined) => ({ size: size ?? 0, type: WidthType.DXA })

const shared = (shares: readonly number[], width: number): number[] => {
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => Math.floor((share / sum) * width))
}
