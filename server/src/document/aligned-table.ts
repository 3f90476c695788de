/** Text on one line with where it begins and ends: columns of characters, or points on a page. */
export interface Segment {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * The cells of lines whose columns are kept apart by white space alone. A column is a band of the width that no line
 * leaves; what two lines cover together is one column, so centred ticks find their header.
 *
 * `gutter` is the narrowest white space between two columns.
 */
export function alignedRows(lines: readonly (readonly Segment[])[], gutter: number): string[][] {
  const columns = bandsOf(lines, gutter)
  return lines.map((line) =>
    columns.map((column) =>
      line
        .filter((segment) => overlap(segment, column) > 0 && best(segment, columns) === column)
        .map((segment) => segment.text)
        .join(' '),
    ),
  )
}

interface Band {
  readonly start: number
  readonly end: number
}

export function bandsOf(lines: readonly (readonly Segment[])[], gutter: number): Band[] {
  // A line of one segment may be a title or a merged cell across columns; it must not join them.
  const several = lines.filter((line) => line.length > 1)
  const segments = (several.length > 0 ? several : lines)
    .flat()
    .toSorted((one, other) => one.start - other.start)
  const bands: Band[] = []
  for (const { start, end } of segments) {
    const last = bands.at(-1)
    if (last !== undefined && start < last.end + gutter / 2)
      bands[bands.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else bands.push({ start, end })
  }
  return bands
}

const overlap = (segment: Segment, band: Band): number =>
  Math.min(segment.end, band.end) - Math.max(segment.start, band.start)

function best(segment: Segment, bands: readonly Band[]): Band | undefined {
  let found: Band | undefined
  for (const band of bands)
    if (found === undefined || overlap(segment, band) > overlap(segment, found)) found = band
  return found
}
