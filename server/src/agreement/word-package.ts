import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The earliest time a zip archive can hold, as the date of its parts: local fields, so that no zone moves it. */
const zipTime = new Date(1980, 0, 1)

/**
 * The same Word file without the time of its making: two prints of one agreement are equal byte by byte. A package is
 * a zip archive whose parts have dates, and its core properties have two more, which Word may do without.
 */
export function withoutTime(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file)
  const core = parts['docProps/core.xml']
  if (core !== undefined) {
    parts['docProps/core.xml'] = strToU8(
      strFromU8(core).replaceAll(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/g, ''),
    )
  }
  return zipSync(parts, { mtime: zipTime, level: 6 })
}
