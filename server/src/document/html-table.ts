import { elementsIn, type HtmlElement, textLines } from './html-text.ts'

export interface HtmlCell {
  readonly text: string
  readonly element: HtmlElement
}

const widest = 100

/** The rows of a table, merged cells repeated in every place they cover. */
export function tableRows(table: HtmlElement): {
  readonly rows: HtmlCell[][]
  readonly headerRows: number
} {
  const rows: HtmlCell[][] = []
  const hanging = new Map<number, { readonly cell: HtmlCell; left: number }>()
  let headerRows = 0
  for (const element of rowsOf(table)) {
    const row: HtmlCell[] = []
    const cells = elementsIn(element).filter((cell) => cell.name === 'td' || cell.name === 'th')
    const fillHanging = () => {
      for (let held = hanging.get(row.length); held !== undefined; held = hanging.get(row.length)) {
        held.left -= 1
        if (held.left === 0) hanging.delete(row.length)
        row.push(held.cell)
      }
    }
    for (const one of cells) {
      fillHanging()
      const cell = { text: textLines([one]).join('\n'), element: one }
      const across = span(one, 'colspan')
      const down = span(one, 'rowspan')
      for (let count = 0; count < across && row.length < widest; count += 1) {
        if (down > 1) hanging.set(row.length, { cell, left: down - 1 })
        row.push(cell)
      }
    }
    fillHanging()
    const isHeader = cells.length > 0 && cells.every((cell) => cell.name === 'th')
    if (isHeader && headerRows === rows.length) headerRows += 1
    rows.push(row)
  }
  return { rows, headerRows }
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return elementsIn(table).flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [],
  )
}

const span = (cell: HtmlElement, name: string): number =>
  Math.min(Math.max(Number(cell.attribs[name] ?? 1) || 1, 1), widest)

/** A table of one column is a frame around text. */
export const isLayout = (rows: readonly (readonly HtmlCell[])[]): boolean =>
  rows.every((row) => row.length <= 1)
