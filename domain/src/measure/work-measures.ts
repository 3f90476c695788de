import type { MeasureFacts } from './measure-facts.ts'

/** What came of the partnership: deals, money, people, data and work. */
export const workMeasures = {
  'conflict-rate': {
    label: 'Conflict rate',
    unit: 'share',
    window: 'quarter',
    sentence: 'Registrations that met a conflict, of those decided.',
  },
  'win-rate': {
    label: 'Win rate',
    unit: 'share',
    window: 'quarter',
    sentence: 'Deals won, of those won or lost.',
  },
  revenue: {
    label: 'Revenue',
    unit: 'money',
    window: 'quarter',
    sentence: 'Value of deals won with the partner, whatever its part in them.',
  },
  'sourced-revenue': {
    label: 'Sourced revenue',
    unit: 'money',
    window: 'quarter',
    sentence: 'Value of deals won that the partner brought.',
  },
  'influenced-revenue': {
    label: 'Influenced revenue',
    unit: 'money',
    window: 'quarter',
    sentence: 'Value of deals won that the partner helped to win but did not bring.',
  },
  'attached-revenue': {
    label: 'Attached revenue',
    unit: 'money',
    window: 'quarter',
    sentence: "Value of the partner's own solutions and services sold with deals won.",
  },
  'attach-rate': {
    label: 'Attach rate',
    unit: 'share',
    window: 'quarter',
    sentence: "Deals won that carry a solution or service of the partner's, of all deals won.",
  },
  'time-to-first-deal': {
    label: 'Time to first deal',
    unit: 'days',
    window: 'year',
    sentence: "Calendar days from a partner's start to its first deal won.",
  },
  'certification-coverage': {
    label: 'Certification coverage',
    unit: 'share',
    window: 'at-instant',
    sentence: 'Certificates required and valid now, of those required.',
  },
  'certified-people': {
    label: 'Certified people',
    unit: 'count',
    window: 'at-instant',
    sentence: 'People of the partner who hold at least one required certificate that is valid now.',
  },
  'certification-lapsed-days': {
    label: 'Days since a certification lapsed',
    unit: 'days',
    window: 'at-instant',
    sentence: 'Calendar days since the oldest required certificate lapsed without renewal.',
  },
  'fund-use': {
    label: 'Fund use',
    unit: 'share',
    window: 'quarter',
    sentence: 'Money paid on claims, of money allocated.',
  },
  'fund-return': {
    label: 'Fund return',
    unit: 'share',
    window: 'year',
    sentence: 'Value of deals won that are traced to funded activities, by money paid for them.',
  },
  'portal-activity': {
    label: 'Portal activity',
    unit: 'share',
    window: 'month',
    sentence: "The partner's people who did something in the portal, of those who have access.",
  },
  'data-completeness': {
    label: 'Data completeness',
    unit: 'share',
    window: 'at-instant',
    sentence: 'Required fields that are filled, of all required fields.',
  },
  'data-freshness': {
    label: 'Data freshness',
    unit: 'days',
    window: 'at-instant',
    sentence: 'Median calendar days since the required fields were last confirmed.',
  },
  workload: {
    label: 'Workload',
    unit: 'hours-a-week',
    window: 'week',
    sentence: 'Open work of a person, weighed by the usual effort of its kind.',
  },
} as const satisfies Readonly<Record<string, MeasureFacts>>
