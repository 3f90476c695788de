import type { Catalogue } from './entry.ts'

export const acceptanceCatalogue = {
  'acceptance.side-missing': {
    severity: 'warning',
    element: 'acceptance',
    title: 'A side has not accepted',
    why: 'Until both have accepted the same terms, they are one side’s wish.',
    state: 'waiting',
  },
  'acceptance.different-terms': {
    severity: 'error',
    element: 'acceptance',
    title: 'An acceptance of other terms',
    why: 'Somebody consented to a version that is not this one; nothing is agreed.',
  },
  'acceptance.effective-date-passed': {
    severity: 'warning',
    element: 'acceptance',
    title: 'The effective date has passed without acceptance',
    why: 'People work as if it were in force, and it is not.',
  },
  'acceptance.signatory-without-position': {
    severity: 'warning',
    element: 'acceptance',
    title: 'Accepted by somebody who holds no position',
    why: 'Whether the signature binds the company depends on what the person was allowed to sign.',
  },
  'acceptance.open-work-undecided': {
    severity: 'warning',
    element: 'acceptance',
    title: 'The amendment does not say what happens to open work',
    why: 'Work that is open on the day of the change has two deadlines, and each side knows one.',
  },
} as const satisfies Catalogue
