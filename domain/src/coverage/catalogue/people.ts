import type { Catalogue } from './entry.ts'

export const peopleCatalogue = {
  'people.missing': {
    severity: 'error',
    element: 'people',
    title: 'A side names nobody',
    why: 'Positions are held by people; without one there is nobody to call, to ask or to sign.',
  },
  'people.email-missing': {
    severity: 'warning',
    element: 'people',
    title: 'A person cannot be reached',
    why: 'A call that has no address is recorded as made and reaches nobody.',
  },
  'people.position-without-holder': {
    severity: 'warning',
    element: 'people',
    title: 'A position that nobody holds',
    why: 'Reports and messages for this position go nowhere.',
  },
  'people.holder-expired': {
    severity: 'error',
    element: 'people',
    title: 'Everybody who held the position has left it',
    why: 'The agreement still sends work and calls to people who are no longer there.',
    state: 'expired',
  },
  'people.holder-leaving': {
    severity: 'warning',
    element: 'people',
    title: 'The last holder of a position is leaving',
    why: 'Open work is handed over while there is still somebody to hand it over, or not at all.',
  },
  'people.everyone-absent': {
    severity: 'warning',
    element: 'people',
    title: 'Everybody behind a position is absent',
    why: 'Calls pass to the next level until somebody is back.',
  },
  'people.deputy-is-holder': {
    severity: 'warning',
    element: 'people',
    title: 'A person is their own deputy',
    why: 'When they are absent, so is their deputy.',
  },
  'people.deputy-missing': {
    severity: 'hint',
    element: 'people',
    title: 'The first level has no deputy',
    why: 'On the first holiday of one person the ladder loses its first step.',
  },
} as const satisfies Catalogue
