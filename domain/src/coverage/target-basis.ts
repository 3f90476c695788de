import type { Agreement } from '../agreement/agreement.ts'
import type { CoverageElement } from '../agreement/finding.ts'
import { pointer } from '../agreement/pointer.ts'
import { targetText, type Target, type TargetBasis } from '../time/target.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import { counted, listed, type Rule } from './subject.ts'

/**
 * Times that leave open whether they count business hours, all hours or calendar days. One finding for each row of
 * the response times, so that the eight times of the usual table are two questions; one for each other place.
 */
export const auditTargetBasis: Rule = ({ agreement }) => [
  ...(agreement.targets ?? []).flatMap((row, index) => {
    const places: Place[] = [
      { path: ['targets', index, 'target'], target: row.target },
      ...Object.entries(row.byPriority ?? {}).map(([id, target]) => ({
        path: ['targets', index, 'byPriority', id],
        target,
      })),
      { path: ['targets', index, 'percentile', 'within'], target: row.percentile?.within },
    ]
    return report(agreement, row.kind, 'targets', pointer(['targets', index]), places, 'business')
  }),
  ...otherPlaces(agreement).flatMap(({ name, element, place, basis }) =>
    report(agreement, name, element, pointer(place.path), [place], basis),
  ),
]

interface Place {
  readonly path: readonly (string | number)[]
  readonly target: Target | undefined
}

interface NamedPlace {
  readonly name: string
  readonly element: CoverageElement
  readonly place: Place
  readonly basis: TargetBasis
}

/** Where else a time stands. What is measured against a date counts calendar days, work counts business time. */
const otherPlaces = (agreement: Agreement): readonly NamedPlace[] => [
  {
    name: 'acceptance of a delivery',
    element: 'delivery',
    place: {
      path: ['delivery', 'acceptance', 'within'],
      target: agreement.delivery?.acceptance?.within,
    },
    basis: 'business',
  },
  ...(agreement.delivery?.milestones ?? []).map(({ title, within }, index): NamedPlace => ({
    name: `the milestone "${title}"`,
    element: 'delivery',
    place: { path: ['delivery', 'milestones', index, 'within'], target: within },
    basis: 'business',
  })),
  {
    name: 'the start of renewals',
    element: 'delivery',
    place: {
      path: ['customerRenewals', 'startBefore'],
      target: agreement.customerRenewals?.startBefore,
    },
    basis: 'calendar',
  },
  ...(agreement.reports ?? []).map(({ title, due }, index): NamedPlace => ({
    name: `the report "${title}"`,
    element: 'reporting',
    place: { path: ['reports', index, 'due'], target: due },
    basis: 'business',
  })),
  ...(agreement.term?.windDown ?? []).map(({ what, within }, index): NamedPlace => ({
    name: `the wind-down step "${what}"`,
    element: 'term',
    place: { path: ['term', 'windDown', index, 'within'], target: within },
    basis: 'calendar',
  })),
]

function report(
  agreement: Agreement,
  name: string,
  element: CoverageElement,
  path: string,
  places: readonly Place[],
  basis: TargetBasis,
) {
  const open = places.flatMap(({ path: at, target }) =>
    target === undefined || target.basis !== undefined ? [] : [{ at, target }],
  )
  if (open.length === 0) return []
  const settled = open.map(({ at, target }) => ({
    at,
    text: targetText({
      ...target,
      basis: basis === 'calendar' && target.unit !== 'days' ? 'elapsed' : basis,
    }),
  }))
  const texts = [...new Set(open.map(({ target }) => `"${targetText(target)}"`))]
  return [
    finding('targets.basis-missing', {
      path,
      element,
      what: `${name}: ${counted(open.length, 'time')} (${listed(texts)}) ${open.length === 1 ? 'does' : 'do'} not say whether business hours count or all hours.`,
      fix: `Write ${listed(settled.slice(0, 2).map(({ text }) => `"${text}"`))}${settled.length > 2 ? ' and so on' : ''}, or "elapsed" where nights and weekends count.`,
      patch: settled.flatMap(({ at, text }) => set(agreement, at, text)),
    }),
  ]
}
