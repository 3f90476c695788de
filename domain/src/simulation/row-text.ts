/**
 * A number that two equal rows share and two different ones practically never: FNV-1a over all cells. It is compared
 * only between rows of one case at one instant.
 */
export function rowPrint(cells: readonly string[]): number {
  let print = 0x81_1c_9d_c5 | 0
  for (const cell of cells) {
    for (let i = 0; i < cell.length; i += 1) {
      print = Math.imul(print ^ cell.charCodeAt(i), 0x01_00_01_93)
    }
    print = Math.imul(print ^ 0x1_00_00, 0x01_00_01_93)
  }
  return print
}

/**
 * The same text in its own memory. A cell is cut out of a chunk of the file, and keeping the cell would keep the
 * whole chunk.
 */
export const flattened = (text: string): string => ` ${text}`.slice(1)
