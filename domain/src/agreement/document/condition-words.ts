import { describeKind } from '../../commitment/kind.ts'
import { periodText } from '../dates.ts'
import type { Term } from '../term.ts'
import type { Names } from './names.ts'
import { capital, spaced } from './wording.ts'

type Condition = NonNullable<NonNullable<Term['triggers']>[number]['condition']>

const comparisons = {
  'at-least': 'at least',
  'more-than': 'more than',
  'at-most': 'at most',
  'less-than': 'less than',
  'below-target': 'below target',
} as const

/** `Breaches by the vendor, first response to a case, priority Critical: at least 3 in a quarter, 2 quarters running`. */
export function conditionWords(condition: Condition, names: Names): string {
  const window = condition.window && spaced(condition.window)
  const what = [
    `${capital(spaced(condition.measure))}${condition.side === undefined ? '' : ` of the ${condition.side}`}`,
    condition.kind && describeKind(condition.kind).label,
    condition.priority && `priority ${names.priority(condition.priority)}`,
  ]
  const much = [
    `${comparisons[condition.is]}${condition.value === undefined ? '' : ` ${condition.value}`}`,
    window && `in a ${window}`,
  ]
  const long = [
    condition.running && `${condition.running} ${window ?? 'period'}s running`,
    condition.lasting && `lasting ${periodText(condition.lasting)}`,
  ]
  return `${present(what, ', ')}: ${present([present(much, ' '), ...long], ', ')}.`
}

const present = (parts: readonly (string | 0 | undefined)[], by: string): string =>
  parts.filter((part) => part !== undefined && part !== 0 && part !== '').join(by)
