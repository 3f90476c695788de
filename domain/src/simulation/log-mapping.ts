/**
 * How to read a log of work that another tool wrote: which column says what, how its dates are written, which of its
 * states count as open, paused or met, and which act meets which promise. Small, written by hand, kept with the log.
 *
 * The surprising rule: a state belongs to the work, an act to a promise. `states` says what the work does while it is
 * in a state (runs, stands still, is done); `metBy` says which row keeps the promise. One row may do both: asking the
 * customer a question pauses the resolution and meets the response. Leaving a state that is `met` is a reopening.
 */
import { z } from 'zod'
import { identifier, line } from '../agreement/identifier.ts'
import { side } from '../agreement/people.ts'
import { commitmentKind } from '../agreement/targets.ts'
import { contradictionsIn } from './mapping-contradictions.ts'
import { promiseSource } from './promise-source.ts'
import { readDatePattern } from './date-pattern.ts'

export const logMappingFormat = 'entente/log-mapping@1'

/** Values of a log are kept as they are written there, up to a length that no state or priority needs. */
const value = z.string().max(300)

const datePattern = z
  .string()
  .max(60)
  .superRefine((text, context) => {
    const read = readDatePattern(text)
    if (read.ok) return
    const { sentence: message, fix } = read.refusal
    context.addIssue({ code: 'custom', message, params: { fix } })
  })
  .describe('"iso", "epoch", "epoch-ms", or a pattern such as "d/M/yyyy HH:mm".')

const dateFormat = z.union([datePattern, z.array(datePattern).min(1).max(10)])

const timeZone = line.describe(
  'IANA name of the zone in which the log writes its times, like "UTC".',
)

/** A column of times may be written otherwise than the rest of the log. */
const timeColumn = z.union([
  line,
  z.strictObject({
    column: line,
    dateFormat: dateFormat.optional(),
    timeZone: timeZone.optional(),
  }),
])

const state = z
  .union([
    z.enum(['open', 'met', 'ignore']),
    z.strictObject({ pause: identifier }),
    z.strictObject({ cancel: line }),
  ])
  .describe(
    'open: the clock runs. pause: it stands still, for a reason that the agreement allows. met: the work is done. cancel: it leaves the measures. ignore: as if the row said nothing about the state.',
  )

export const logMapping = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(logMappingFormat),
    columns: z.strictObject({
      case: line.describe('The column with the number of the case.'),
      at: timeColumn.describe('The column with the time of the row.'),
      state: line,
      priority: line.optional().describe('Left out, every case has the `defaultPriority`.'),
      openedAt: timeColumn
        .optional()
        .describe('When the case was opened. Left out, a case opens with its first row.'),
      act: line.optional(),
      owedBy: line.optional().describe('A column that says which side owes; see `sides`.'),
    }),
    dateFormat: dateFormat.describe('How the log writes times; of several the first that fits.'),
    timeZone,
    delimiter: z
      .enum([',', ';', '\t', '|'])
      .optional()
      .describe('Left out, the one that finds the columns.'),
    quote: z.enum(['"', "'"]).optional(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'latin1', 'windows-1252']).optional(),
    missing: z
      .array(value)
      .max(50)
      .optional()
      .describe('What stands for "no value"; left out, only the empty cell.'),
    priorities: z
      .record(value, identifier)
      .optional()
      .describe('Priorities of the log to priorities of the agreement.'),
    defaultPriority: identifier
      .optional()
      .describe('The priority of cases that never have one in the log.'),
    states: z.record(value, state),
    response: promiseSource.optional(),
    resolution: promiseSource.optional(),
    subject: z
      .string()
      .regex(/^[a-z]+(?:-[a-z]+)*$/, 'the subject of a kind is like "case"')
      .optional()
      .describe('Which targets apply: case (the default) means case.response and case.resolution.'),
    owedBy: side
      .optional()
      .describe('The side that owes what the log shows; the vendor by default.'),
    sides: z.record(value, side).optional().describe('Values of the column owedBy to sides.'),
    kinds: z
      .strictObject({ response: commitmentKind.optional(), resolution: commitmentKind.optional() })
      .optional()
      .describe('Other kinds than subject.response and subject.resolution.'),
  })
  .superRefine((mapping, context) => {
    for (const complaint of contradictionsIn(mapping)) {
      context.addIssue({
        code: 'custom',
        path: complaint.path,
        message: complaint.sentence,
        params: { fix: complaint.fix },
      })
    }
  })

export type LogMappingFile = z.input<typeof logMapping>
export type LogMapping = z.output<typeof logMapping>
export type StateEffect = z.output<typeof state>
export type TimeColumn = z.output<typeof timeColumn>
