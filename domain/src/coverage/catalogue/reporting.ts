import type { Catalogue } from './entry.ts'

export const reportingCatalogue = {
  'reporting.missing': {
    severity: 'error',
    element: 'reporting',
    title: 'No reports',
    why: 'What is not reported is not looked at; the first report is then the complaint.',
  },
  'reporting.cadence-missing': {
    severity: 'hint',
    element: 'reporting',
    title: 'A usual rhythm is missing',
    why: 'Weekly figures, a monthly pipeline and a quarterly review answer different questions; each one missing is a kind of surprise.',
  },
  'reporting.owner-missing': {
    severity: 'warning',
    element: 'reporting',
    title: 'A report without an owner',
    why: 'A report that nobody owns is skipped in the first busy month.',
  },
  'reporting.audience-missing': {
    severity: 'warning',
    element: 'reporting',
    title: 'A report for nobody',
    why: 'A report without readers is written for a folder.',
  },
  'reporting.due-missing': {
    severity: 'warning',
    element: 'reporting',
    title: 'A report that is due at no time',
    why: 'Last month’s figures at the end of this month are history, not control.',
  },
} as const satisfies Catalogue
