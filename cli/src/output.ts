/**
 * Where a command writes. Results go to stdout, progress and refusals to stderr, so that a pipe carries results only;
 * with `--json` refusals go to stdout too, because a program that reads the result must also read why there is none.
 */
export interface CliOutput {
  /** Writes text as it is; the caller ends its lines. */
  stdout(text: string): void
  stderr(text: string): void
  readonly json: boolean
  readonly colour: Colour
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number
  /** Replaces one line on a terminal's stderr; silent elsewhere. An empty text clears the line. */
  progress(text: string): void
}

type Paint = (text: string) => string

export type Colour = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue', Paint>>

const paint =
  (on: boolean, open: number, close: number): Paint =>
  (text) =>
    on && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text

export const colours = (on: boolean): Colour => ({
  bold: paint(on, 1, 22),
  dim: paint(on, 2, 22),
  red: paint(on, 31, 39),
  yellow: paint(on, 33, 39),
  green: paint(on, 32, 39),
  blue: paint(on, 34, 39),
})

/** NO_COLOR wins over FORCE_COLOR, which wins over what the stream is. */
export function wantsColour(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return isTerminal && environment['TERM'] !== 'dumb'
}

/**
 * Text of somebody else's file must not steer the terminal: of what controls it only our own colours pass, and those
 * only where there are colours. Everything else is shown as its code point.
 */
export const safeForTerminal = (text: string, coloured: boolean): string =>
  text.replaceAll(steering, (found) => {
    if (found.length > 1) return coloured ? found : ''
    return `‹U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`
  })

// Our own colours first, then any control character except tab and line feed, and what turns the direction of writing.
// oxlint-disable-next-line no-control-regex
const steering = /\u001B\[(?:1|2|22|3[1-4]|39)m|[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu

/** The name of a file on one line, whatever is in it: a line of its own could be taken for one of ours. */
export const onOneLine = (name: string): string => name.replaceAll(/[\n\t]/g, ' ')

/** A name as it is typed in a shell: in quotes where it needs them, so that a command that is shown can be copied. */
export const asTyped = (name: string): string =>
  /^[\w./@%+=:,-]+$/.test(name) ? name : `'${onOneLine(name).replaceAll("'", String.raw`'\''`)}'`

/**
 * The terminal's own output. A reader that goes away (`entente audit … | head`) ends the command quietly; a disk that
 * is full ends it with a sentence, never as if there were findings.
 */
export function terminalOutput(json: boolean): CliOutput {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      if (stream === process.stdout) {
        process.stderr.write(`entente: the result could not be written (${error.code ?? ''}).\n`)
      }
      process.exit(2)
    })
  }
  const onTerminal = process.stderr.isTTY
  const coloured = !json && wantsColour(process.env, process.stdout.isTTY)
  const colouredErrors = coloured && wantsColour(process.env, onTerminal)
  return {
    json,
    colour: colours(coloured),
    width: process.stdout.columns ?? 100,
    stdout: (text) => void process.stdout.write(json ? text : safeForTerminal(text, coloured)),
    stderr: (text) => void process.stderr.write(safeForTerminal(text, colouredErrors)),
    progress: (text) => {
      if (onTerminal) process.stderr.write(`\r\u001B[2K${text}`)
    },
  }
}

/** An output that keeps what is written: for tests, and for commands that run inside another. */
export function capturedOutput(
  settings: { readonly json?: boolean; readonly width?: number } = {},
): CliOutput & { readonly text: () => string; readonly errors: () => string } {
  const written: string[] = []
  const complaints: string[] = []
  return {
    json: settings.json ?? false,
    colour: colours(false),
    width: settings.width ?? 100,
    stdout: (text) => void written.push(text),
    stderr: (text) => void complaints.push(text),
    progress: () => undefined,
    text: () => written.join(''),
    errors: () => complaints.join(''),
  }
}
