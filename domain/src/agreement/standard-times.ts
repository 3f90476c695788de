import type { AgreementFile } from './agreement.ts'

type Section<Name extends keyof AgreementFile> = NonNullable<AgreementFile[Name]>

/** Section 3: four priorities, with the words by which both sides choose the same one. */
export const standardPriorities: Section<'priorities'> = [
  {
    id: 'critical',
    label: 'Critical',
    definition:
      'The customer cannot work, or data or safety is at risk, and there is no way around it.',
  },
  {
    id: 'high',
    label: 'High',
    definition: 'An important function fails for many people; a way around it costs much.',
  },
  {
    id: 'medium',
    label: 'Medium',
    definition: 'A function fails for some people, or a way around it is at hand.',
  },
  { id: 'low', label: 'Low', definition: 'A question, a wish, or a fault that hinders nobody.' },
]

/** The share of the time at which whoever owes is warned. */
export const standardWarning = '75 %'

/** Response and resolution as the standard template has them, in business time; then every other promise. */
export const standardTargets: Section<'targets'> = [
  {
    kind: 'case.response',
    owedBy: 'both',
    byPriority: {
      critical: '4 business hours',
      high: '8 business hours',
      medium: '24 business hours',
      low: '48 business hours',
    },
    warnAt: standardWarning,
    startsAt: 'submission',
    metBy: ['public-reply'],
    handover: 'keep',
  },
  {
    kind: 'case.resolution',
    owedBy: 'both',
    byPriority: {
      critical: '24 business hours',
      high: '48 business hours',
      medium: '5 business days',
      low: '10 business days',
    },
    warnAt: standardWarning,
    startsAt: 'submission',
    metBy: ['resolution'],
    handover: 'keep',
  },
  {
    kind: 'case.update',
    owedBy: 'both',
    byPriority: {
      critical: '8 business hours',
      high: '16 business hours',
      medium: '3 business days',
      low: '5 business days',
    },
    startsAt: 'submission',
    recurring: 'while-they-wait',
    metBy: ['public-reply'],
    handover: 'keep',
  },
  once('request.answer', 'both', '2 business days', ['public-reply']),
  once('request.completion', 'both', '5 business days', ['completion']),
  once('lead.acceptance', 'partner', '1 business day', ['acceptance']),
  once('lead.contact', 'partner', '2 business days', ['contact']),
  once('registration.decision', 'vendor', '2 business days', ['decision']),
  once('delivery.handover', 'vendor', '10 business days', ['handover']),
  once('delivery.acceptance', 'partner', '10 business days', ['acceptance']),
]

function once(
  kind: string,
  owedBy: 'vendor' | 'partner' | 'both',
  target: string,
  metBy: string[],
): Section<'targets'>[number] {
  return {
    kind,
    owedBy,
    target,
    warnAt: standardWarning,
    startsAt: 'submission',
    metBy,
    handover: 'keep',
  }
}

const hours = ['09:00-17:00']

/** Office hours, in which business time counts. */
export const standardWeek = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }

/** The reasons for which a clock may stand still. A response clock never does. */
export const standardPauses: Section<'pauses'> = [
  {
    reason: 'waiting-for-customer',
    label: 'The other side or the customer has not yet answered a question',
    kinds: ['case.resolution', 'case.update', 'request.completion'],
    at: ['vendor', 'partner'],
  },
  {
    reason: 'waiting-for-appointment',
    label: 'The customer has chosen a later date',
    kinds: ['case.resolution', 'request.completion', 'delivery.handover'],
    at: ['vendor', 'partner'],
  },
]

export const standardBreachCost: Section<'breachCost'> = {
  mode: 'review',
  text: 'No payment is owed for a breach. Each breach is named with its cause in the quarterly business review; three critical breaches in a quarter let the other side end the agreement.',
}
