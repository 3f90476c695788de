import type { Catalogue } from './entry.ts'

export const calendarsCatalogue = {
  'calendars.missing': {
    severity: 'error',
    element: 'calendars',
    title: 'A side that owes has no calendar',
    why: 'Business hours mean nothing without opening hours and a time zone; no deadline can be computed.',
  },
  'calendars.several-for-side': {
    severity: 'warning',
    element: 'calendars',
    title: 'Two calendars claim to be the side’s own',
    why: 'Where a time names no calendar, nobody can tell which of the two counts.',
  },
  'calendars.unused': {
    severity: 'hint',
    element: 'calendars',
    title: 'A calendar that nothing uses',
    why: 'Somebody believes that these hours count, and they do not.',
  },
  'calendars.never-opens': {
    severity: 'error',
    element: 'calendars',
    title: 'A calendar that never opens',
    why: 'A deadline in business hours would never come.',
  },
  'calendars.holidays-missing': {
    severity: 'warning',
    element: 'calendars',
    title: 'A calendar without holidays',
    why: 'Every public holiday becomes a breach on paper.',
  },
  'calendars.holidays-not-resolved': {
    severity: 'warning',
    element: 'calendars',
    title: 'Holidays are named by their source, not as dates',
    why: 'What is signed must not move when a library or a feed changes; a version needs dates.',
  },
  'calendars.holidays-end-before-term': {
    severity: 'warning',
    element: 'calendars',
    title: 'Holidays are not known until the end of the term',
    why: 'Past that date weekly hours alone count, and the holidays of the last months are missing.',
  },
  'calendars.holidays-past': {
    severity: 'warning',
    element: 'calendars',
    title: 'The known holidays lie in the past',
    why: 'Deadlines are computed today as if there were no holidays.',
    state: 'expired',
  },
} as const satisfies Catalogue
