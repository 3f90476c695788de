import { pointer } from '../agreement/pointer.ts'
import { finding } from './catalogued-finding.ts'
import { standardNotice } from '../agreement/standard-term.ts'
import { defaultWindDown } from './default-terms.ts'
import { set } from './edit.ts'
import { titleOf } from './roster.ts'
import type { Rule } from './subject.ts'
import { firstPosition } from './usual-positions.ts'

/** Notice and wind-down: how a side leaves, and what is left to do after the last day. */
export const auditTermEnding: Rule = (subject) => [...notice(subject), ...windDown(subject)]

const notice: Rule = ({ agreement }) => {
  if (agreement.term?.notice !== undefined) return []
  const { period } = standardNotice
  return [
    finding('term.notice-missing', {
      path: '/term/notice',
      what: 'No notice period is agreed.',
      fix: `Agree ${period} in writing.`,
      patch: set(agreement, ['term', 'notice'], {
        period,
        form: 'in writing',
      }),
    }),
  ]
}

const windDown: Rule = (subject) => {
  const { agreement } = subject
  const owner = firstPosition(subject, 'vendor') ?? firstPosition(subject, 'partner')
  const items = agreement.term?.windDown ?? []
  if (items.length === 0) {
    return [
      finding('term.wind-down-missing', {
        path: '/term/windDown',
        what: 'Nothing says what happens to deals, leads, cases, funds, access and data at the end.',
        fix: 'List the steps of the wind-down, each with an owner and a time.',
        patch: set(agreement, ['term', 'windDown'], defaultWindDown(agreement, owner)),
      }),
    ]
  }
  return items.flatMap((item, index) => {
    if (item.owner !== undefined && item.within !== undefined) return []
    const place = ['term', 'windDown', index]
    const lacks =
      item.owner === undefined
        ? item.within === undefined
          ? 'no owner and no date'
          : 'no owner'
        : 'no date'
    return [
      finding('term.wind-down-incomplete', {
        path: pointer(place),
        what: `The wind-down step "${item.what}" has ${lacks}.`,
        fix: `Complete it${item.owner === undefined && owner !== undefined ? `, for example with ${titleOf(agreement, owner)} as owner` : ''}${item.within === undefined ? ' within 30 calendar days' : ''}.`,
        patch:
          item.owner === undefined && owner === undefined
            ? []
            : [
                ...(item.owner === undefined ? set(agreement, [...place, 'owner'], owner) : []),
                ...(item.within === undefined
                  ? set(agreement, [...place, 'within'], '30 calendar days')
                  : []),
              ],
      }),
    ]
  })
}
