import { guessedEffect, guessedPriority } from './guessed-words.ts'
import { guessedPattern } from './guessed-pattern.ts'
import { logMappingFormat } from './log-mapping.ts'

/** What was seen of a log: its header, and for each column some of its different values, in the order met. */
export interface SeenLog {
  readonly file: string
  readonly delimiter: string
  readonly columns: readonly SeenColumn[]
}

export interface SeenColumn {
  readonly name: string
  readonly values: readonly string[]
}

const absent = ['?', '-', 'N/A', 'n/a', 'NULL', 'null', 'None']

/**
 * A first mapping for a log, as YAML to be read and mended by a person: every line that was guessed says so. Names of
 * columns decide first, their values confirm; states and priorities are guessed by the words they hold.
 */
export function guessMapping(log: SeenLog): string {
  const missing = absent.filter((text) => log.columns.some(({ values }) => values.includes(text)))
  const isTime = (column: SeenColumn): boolean =>
    guessedPattern(known(column, missing)) !== undefined
  const times = log.columns.filter(isTime)
  const others = log.columns.filter((column) => !times.includes(column))
  const state = byName(others, [/^(?:\w+[_ ])?(?:state|status)$/i, /state|status/i])
  const priority = byName(others, [/^priority$/i, /^(?!.*confirm).*(?:priority|severity)/i])
  const caseColumn =
    byName(others, [
      /^(?:number|case|ticket|incident|key|id)$/i,
      /number|case|ticket|incident|issue|\bid\b|_id$/i,
    ]) ?? others[0]
  const opened = byName(times, [/^opened/i, /open|created|submitted|reported/i])
  const at =
    byName(
      times.filter((column) => column !== opened),
      [/updated|changed|modified/i, /timestamp|event|^time$|^date$|^at$/i, /./],
    ) ?? opened
  const pattern = at === undefined ? undefined : guessedPattern(known(at, missing))
  const states = state === undefined ? [] : known(state, missing)
  return [
    `# A first mapping for ${log.file}. Lines marked "guess" were guessed from names and values: read each of them.`,
    `format: ${logMappingFormat}`,
    'columns:',
    line('  case', caseColumn?.name, 'guess'),
    line('  at', at?.name, 'guess: the time of each row'),
    line('  state', state?.name, 'guess'),
    ...(priority === undefined ? [] : [line('  priority', priority.name, 'guess')]),
    ...(opened === undefined || opened === at
      ? []
      : [line('  openedAt', opened.name, 'guess: when the case was opened')]),
    line(
      'dateFormat',
      pattern?.text,
      pattern?.isAmbiguous === true
        ? 'guess: day and month could also be the other way round'
        : 'guess',
    ),
    'timeZone: UTC # guess: in which zone does the log write its times?',
    `delimiter: ${quoted(log.delimiter)}`,
    `missing: [${['', ...missing].map(quoted).join(', ')}]`,
    ...(priority === undefined
      ? ['defaultPriority: medium # guess: the log has no column of priorities']
      : [
          'priorities:',
          ...known(priority, missing).map(
            (value) => `  ${quoted(value)}: ${guessedPriority(value)} # guess`,
          ),
        ]),
    'states: # open, met, ignore, { pause: reason }, { cancel: reason }',
    ...states.map((value) => `  ${quoted(value)}: ${guessedEffect(value)} # guess`),
    'response:',
    `  metBy: { states: [${answering(states).map(quoted).join(', ')}] } # guess: every state but the first`,
    'resolution:',
    `  metBy: { states: [${states
      .filter((value) => guessedEffect(value) === 'met')
      .map(quoted)
      .join(', ')}] }`,
    'owedBy: vendor # guess: or partner',
    '',
  ].join('\n')
}

/** The states that show that somebody has taken the work up: all but those in which it only waits to be. */
const answering = (states: readonly string[]): readonly string[] =>
  states.filter(
    (value) =>
      guessedEffect(value) !== 'ignore' &&
      !guessedEffect(value).startsWith('{ cancel') &&
      !/^(?:new|open|created|submitted|registered|todo|to do)$/i.test(value),
  )

const line = (key: string, value: string | undefined, remark: string): string =>
  `${key}: ${value === undefined ? '"" # not found: name it' : `${quoted(value)} # ${remark}`}`

const quoted = (text: string): string => JSON.stringify(text)

const known = (column: SeenColumn, missing: readonly string[]): readonly string[] =>
  column.values
    .map((value) => value.trim())
    .filter((value) => value !== '' && !missing.includes(value))

function byName(
  columns: readonly SeenColumn[],
  patterns: readonly RegExp[],
): SeenColumn | undefined {
  for (const pattern of patterns) {
    const found = columns.find(({ name }) => pattern.test(name))
    if (found !== undefined) return found
  }
  return undefined
}
