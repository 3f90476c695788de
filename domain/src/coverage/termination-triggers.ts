import { pointer } from '../agreement/pointer.ts'
import type { Term } from '../agreement/term.ts'
import { nearest } from '../kernel/nearest.ts'
import { isMeasureId, measures } from '../measure/definitions.ts'
import { finding } from './catalogued-finding.ts'
import { defaultTerminationTriggers } from './default-terms.ts'
import { set } from './edit.ts'
import type { Rule, Subject } from './subject.ts'

type Trigger = NonNullable<Term['triggers']>[number]

/** What lets a side end the agreement early, as conditions over figures that exist. */
export const auditTerminationTriggers: Rule = (subject) => {
  const triggers = subject.agreement.term?.triggers ?? []
  if (triggers.length === 0) {
    return [
      finding('term.triggers-missing', {
        path: '/term/triggers',
        what: 'Nothing lets a side end the agreement before its end.',
        fix: 'Agree triggers as conditions over figures: three critical breaches in a quarter, revenue below its target two quarters running, a lapsed certification.',
        patch: set(
          subject.agreement,
          ['term', 'triggers'],
          defaultTerminationTriggers(subject.agreement),
        ),
      }),
    ]
  }
  return triggers.flatMap((trigger, index) => auditTrigger(subject, trigger, index))
}

function auditTrigger({ agreement }: Subject, { text, condition }: Trigger, index: number) {
  const place = ['term', 'triggers', index]
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text
  if (condition === undefined) {
    return [
      finding('term.trigger-not-measurable', {
        path: pointer(place),
        what: `"${short}" has no condition that a figure could meet.`,
        fix: 'Add a condition: a measure, a comparison, a value and a window.',
      }),
    ]
  }
  if (!isMeasureId(condition.measure)) {
    const ids = measures.map(({ id }) => id)
    const near = nearest(condition.measure, ids)
    return [
      finding('term.trigger-measure-unknown', {
        path: pointer([...place, 'condition', 'measure']),
        what: `"${short}" measures "${condition.measure}", which does not exist.`,
        fix:
          near === undefined
            ? `Use a measure of the catalogue: ${ids.join(', ')}.`
            : `Did you mean "${near}"?`,
        patch: near === undefined ? [] : set(agreement, [...place, 'condition', 'measure'], near),
      }),
    ]
  }
  const needsValue = condition.is !== 'below-target' && condition.value === undefined
  const needsWindow = condition.window === undefined && condition.lasting === undefined
  if (!needsValue && !needsWindow) return []
  return [
    finding('term.trigger-incomplete', {
      path: pointer([...place, 'condition']),
      what: `The condition of "${short}" has no ${needsValue ? 'value' : ''}${needsValue && needsWindow ? ' and no ' : ''}${needsWindow ? 'window' : ''}.`,
      fix: needsValue ? 'Write the number that must be reached.' : 'Judge it over a quarter.',
      patch: needsValue ? [] : set(agreement, [...place, 'condition', 'window'], 'quarter'),
    }),
  ]
}
