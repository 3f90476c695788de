import type { Catalogue } from './entry.ts'

export const deliveryCatalogue = {
  'delivery.missing': {
    severity: 'warning',
    element: 'delivery',
    title: 'Delivery is not agreed',
    why: 'Partnerships break at delivery: handover, acceptance, delay and change are where the money is.',
  },
  'delivery.handover-missing': {
    severity: 'warning',
    element: 'delivery',
    title: 'Nothing says what is handed over',
    why: 'What was sold and what is delivered differ, and nobody wrote down which of them counts.',
  },
  'delivery.criteria-missing': {
    severity: 'warning',
    element: 'delivery',
    title: 'No criteria of acceptance',
    why: 'Without criteria work is finished when the one side says so and never when the other does.',
  },
  'delivery.silence-undefined': {
    severity: 'warning',
    element: 'delivery',
    title: 'Nothing says what silence means',
    why: 'A delivery that nobody accepts or refuses is neither paid nor mended.',
  },
  'delivery.delay-unassigned': {
    severity: 'warning',
    element: 'delivery',
    title: 'Nobody bears a delay',
    why: 'Each side waits for the other, and the customer waits for both.',
  },
  'delivery.change-undefined': {
    severity: 'warning',
    element: 'delivery',
    title: 'Nothing says what counts as a change',
    why: 'Extra work is done for nothing or refused as extra, each time with an argument.',
  },
  'delivery.milestone-without-date': {
    severity: 'warning',
    element: 'delivery',
    title: 'A milestone without a date',
    why: 'A milestone that is due at no time cannot be late.',
  },
  'delivery.milestone-outside-term': {
    severity: 'warning',
    element: 'delivery',
    title: 'A milestone outside the term',
    why: 'It is due when the agreement does not bind.',
  },
  'renewals.missing': {
    severity: 'warning',
    element: 'delivery',
    title: 'Customers’ renewals are not agreed',
    why: 'A renewal that nobody starts in time is a customer lost in silence.',
  },
  'renewals.owner-missing': {
    severity: 'warning',
    element: 'delivery',
    title: 'No side owes the renewal',
    why: 'Each side believes that the other talks to the customer.',
  },
  'renewals.start-missing': {
    severity: 'warning',
    element: 'delivery',
    title: 'Nothing says when a renewal is started',
    why: 'Started a week before its date, a renewal is a discount.',
  },
} as const satisfies Catalogue
