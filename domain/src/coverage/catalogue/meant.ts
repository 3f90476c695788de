import type { Catalogue } from './entry.ts'

export const meantCatalogue = {
  'meant.error': {
    severity: 'warning',
    element: 'scope',
    title: 'An error is written down as meant so',
    why: 'What cannot be run does not become right by a reason; the error still stops the version.',
  },
  'meant.nothing-found': {
    severity: 'hint',
    element: 'scope',
    title: 'A point is meant so, and the audit does not find it',
    why: 'Both sides would sign a reason for something that is not there.',
  },
} as const satisfies Catalogue
