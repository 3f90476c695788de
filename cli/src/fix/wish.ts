import type { WantedFixes } from '@entente/domain/coverage/apply-fix.ts'
import { catalogueEntry, findingsCatalogue } from '@entente/domain/coverage/findings-catalogue.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { nearest } from '@entente/domain/kernel/nearest.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { readToday } from '../as-of.ts'

/** What was asked for on the command line. */
export interface Wish {
  readonly output: string | undefined
  readonly inPlace: boolean
  readonly dryRun: boolean
  readonly force: boolean
  readonly today: PlainDate
  readonly wanted: WantedFixes
}

export interface WishValues {
  readonly output?: string
  readonly 'in-place'?: boolean
  readonly code?: readonly string[]
  readonly all?: boolean
  readonly choose?: readonly string[]
  readonly meant?: readonly string[]
  readonly because?: string
  readonly 'dry-run'?: boolean
  readonly today?: string
  readonly force?: boolean
}

/** Reads the options together; refuses two that contradict each other, and codes that do not exist. */
export function readWish(values: WishValues): Result<Wish, Refusal> {
  const inPlace = values['in-place'] ?? false
  if (inPlace && values.output !== undefined) {
    return contradiction('-o and --in-place', 'Write one of the two.')
  }
  if (values.all === true && values.code !== undefined) {
    return contradiction('--all and --code', 'Leave --all out to mend the named codes only.')
  }
  const today = readToday(values.today)
  if (!today.ok) return today
  const { meant = [], because } = values
  const reason = because?.trim() ?? ''
  if (meant.length > 0 !== (reason !== '')) {
    return refused({
      code: 'arguments.reason-missing',
      sentence:
        meant.length > 0 ? 'What is meant so needs a reason.' : '--because has nothing to explain.',
      fix: 'Write both: --meant CODE --because "Both desks close at five."',
    })
  }
  const answers = readAnswers(values.choose ?? [])
  if (!answers.ok) return answers
  const asked = [...answers.value.keys()].map((question) => question.split('@')[0] ?? '')
  const points = meant.map((question) => question.split('@')[0] ?? '')
  const named = [...(values.code ?? []), ...asked, ...points]
  const unknown = named.find((code) => !isCode(code))
  if (unknown !== undefined) return refused(unknownCode(unknown))
  return accepted({
    output: values.output,
    inPlace,
    dryRun: values['dry-run'] ?? false,
    force: values.force ?? false,
    today: today.value,
    wanted: {
      ...(values.code !== undefined && { codes: new Set(values.code) }),
      answers: answers.value,
      meant: new Map(meant.map((question) => [question, reason])),
    },
  })
}

/** `CODE=ANSWER` or `CODE@PATH=ANSWER`, the answer by its id. */
function readAnswers(texts: readonly string[]): Result<ReadonlyMap<string, string>, Refusal> {
  const answers = new Map<string, string>()
  for (const text of texts) {
    const [, code, answer] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (code === undefined || answer === undefined) {
      return refused({
        code: 'arguments.unreadable-answer',
        sentence: `"${text}" is not an answer.`,
        fix: 'Write --choose CODE=ANSWER, for example --choose responsibilities.both-sides-without-accountable=vendor.',
      })
    }
    answers.set(code.trim(), answer.trim())
  }
  return accepted(answers)
}

/** The reference check has codes of its own. */
const isCode = (code: string): boolean =>
  catalogueEntry(code) !== undefined || /^(?:references|calendars)\.[a-z-]+$/.test(code)

function unknownCode(code: string): Refusal {
  const near = nearest(code, Object.keys(findingsCatalogue))
  return {
    code: 'arguments.unknown-code',
    sentence: `There is no finding "${code}".`,
    fix: `${near === undefined ? '' : `Did you mean "${near}"? `}docs/findings.md lists them all.`,
  }
}

const contradiction = (what: string, fix: string) =>
  refused<Refusal>({
    code: 'arguments.contradiction',
    sentence: `${what} contradict each other.`,
    fix,
  })
