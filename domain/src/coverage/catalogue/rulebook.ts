import type { Catalogue } from './entry.ts'

export const rulebookCatalogue = {
  'rulebook.missing': {
    severity: 'warning',
    element: 'rulebook',
    title: 'No rulebook is referenced',
    why: 'Deal registration, leads, funds and tiers then follow whatever each side believes the rules are.',
  },
  'rulebook.unknown': {
    severity: 'error',
    element: 'rulebook',
    title: 'A rulebook that does not exist',
    why: 'The agreement points to rules that nobody can read.',
  },
  'rulebook.version-missing': {
    severity: 'warning',
    element: 'rulebook',
    title: 'The rulebook is referenced without a version',
    why: 'The vendor can change the rules under a signed agreement.',
  },
  'rulebook.not-acknowledged': {
    severity: 'warning',
    element: 'rulebook',
    title: 'A side has not acknowledged the rulebook',
    why: 'A rule that nobody has read is broken first by the vendor’s own people.',
    state: 'waiting',
  },
} as const satisfies Catalogue
