import { readDatePattern } from './date-pattern.ts'

/** Which date formats are tried, day before month first. */
const patterns = [
  'iso',
  ...[
    'd/M/yyyy',
    'd.M.yyyy',
    'd-M-yyyy',
    'M/d/yyyy',
    'M-d-yyyy',
    'yyyy/M/d',
    'd MMM yyyy',
    'd-MMM-yyyy',
  ].flatMap((date) => [
    `${date} H:mm`,
    `${date} H:mm:ss`,
    `${date} h:mm a`,
    `${date} h:mm:ss a`,
    date,
  ]),
].map((text) => {
  const read = readDatePattern(text)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.value
})

export interface GuessedPattern {
  readonly text: string
  /** Another order of day and month reads every value as well. */
  readonly isAmbiguous: boolean
}

/** A log may hold a few times that do not exist; more than one in ten, and the format is not the log's. */
const mostUnread = 0.1

/** The format that reads most values, the first of several; undefined where none reads nearly all. */
export function guessedPattern(values: readonly string[]): GuessedPattern | undefined {
  const read = patterns.map(
    (pattern) => values.filter((value) => pattern.read(value) !== undefined).length,
  )
  const most = Math.max(...read)
  const first = patterns[read.indexOf(most)]
  if (first === undefined || most === 0 || most < values.length * (1 - mostUnread)) return undefined
  return { text: first.text, isAmbiguous: read.filter((count) => count === most).length > 1 }
}
