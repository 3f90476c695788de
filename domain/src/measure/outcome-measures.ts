import type { MeasureFacts } from './measure-facts.ts'

/** How promises were kept: measures over clocks, by side, kind, priority and period. */
export const outcomeMeasures = {
  compliance: {
    label: 'Compliance',
    unit: 'share',
    window: 'quarter',
    sentence: 'Clocks met at or before their due instant, of all that were met or breached.',
  },
  'compliance-after-excuses': {
    label: 'Compliance after excuses',
    unit: 'share',
    window: 'quarter',
    sentence: 'Compliance with those breaches left out that the waiting side excused.',
  },
  'response-median': {
    label: 'Median response',
    unit: 'time',
    window: 'month',
    sentence: 'The time used that half of the answered response clocks did not exceed.',
  },
  'response-p90': {
    label: '90th percentile of response',
    unit: 'time',
    window: 'month',
    sentence: 'The time used that nine in ten answered response clocks did not exceed.',
  },
  'resolution-median': {
    label: 'Median resolution',
    unit: 'time',
    window: 'month',
    sentence: 'The time used, pauses left out, that half of the resolved clocks did not exceed.',
  },
  'resolution-p90': {
    label: '90th percentile of resolution',
    unit: 'time',
    window: 'month',
    sentence: 'The time used, pauses left out, that nine in ten resolved clocks did not exceed.',
  },
  breaches: {
    label: 'Breaches',
    unit: 'count',
    window: 'quarter',
    sentence: 'Clocks met late or open past due, each counted once however many runs it had.',
  },
  'critical-breaches': {
    label: 'Critical breaches',
    unit: 'count',
    window: 'quarter',
    sentence: "Breaches of clocks at the agreement's highest priority.",
  },
  'breaches-by-cause': {
    label: 'Breaches by cause',
    unit: 'count',
    window: 'quarter',
    sentence: 'Breaches, by the cause recorded for them; those without one are counted as unknown.',
  },
  escalations: {
    label: 'Escalations',
    unit: 'count',
    window: 'quarter',
    sentence: 'Levels of a ladder that were called, by level; covered levels are not counted.',
  },
  'open-work-age': {
    label: 'Age of open work',
    unit: 'days',
    window: 'at-instant',
    sentence: 'Calendar days since open clocks were opened, as median and 90th percentile.',
  },
  'approval-time': {
    label: 'Approval time',
    unit: 'time',
    window: 'month',
    sentence: 'Median time used by decided registrations and fund requests.',
  },
  'lead-acceptance-rate': {
    label: 'Lead acceptance',
    unit: 'share',
    window: 'quarter',
    sentence: 'Leads accepted, of those accepted, declined or left until their time ran out.',
  },
} as const satisfies Readonly<Record<string, MeasureFacts>>
