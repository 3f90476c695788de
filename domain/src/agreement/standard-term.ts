import type { AgreementFile } from './agreement.ts'

type Section<Name extends keyof AgreementFile> = NonNullable<AgreementFile[Name]>

export const standardDelivery: Section<'delivery'> = {
  handover:
    'The vendor hands over what the order names, installed and documented, and both sides sign the handover note.',
  acceptance: {
    criteria: [
      'Everything the order names is there and works at the customer.',
      'The documents and the training that the order names are delivered.',
      'No fault of priority critical or high is open.',
    ],
    within: '10 business days',
    onSilence: 'accepted-with-notice',
  },
  delayBorneBy: 'whoever-causes-it',
  delayText: 'A delay is told the other side as soon as it is seen, with its cause and a new date.',
  change:
    'Whatever is not in the signed order is a change. It is written down with its price and its dates, and the position that answers for delivery on each side decides on it.',
}

export const standardRenewals = {
  owedBy: 'partner',
  startBefore: '90 calendar days',
  text: "The partner speaks with the customer about the renewal before this date; the vendor's channel manager helps when asked.",
} satisfies Section<'customerRenewals'>

/** How long after the end of its period a report is due. */
export const standardReportDue: Readonly<Record<Section<'reports'>[number]['cadence'], string>> = {
  daily: '1 business day',
  weekly: '2 business days',
  monthly: '3 business days',
  quarterly: '10 business days',
  'half-yearly': '15 business days',
  yearly: '20 business days',
}

/** Section 5. */
export const standardReports: Section<'reports'> = [
  {
    id: 'weekly-call-statistics',
    title: 'Weekly call statistics',
    cadence: 'weekly',
    owner: 'support-lead',
    audience: ['channel-manager', 'partner-technical'],
    contents: [
      'calls offered and answered',
      'cases opened and closed',
      'breaches with their cause',
    ],
    due: standardReportDue.weekly,
  },
  {
    id: 'monthly-pipeline-review',
    title: 'Monthly pipeline review',
    cadence: 'monthly',
    owner: 'partner-sales',
    audience: ['channel-manager', 'partner-owner'],
    contents: ['deals by stage', 'expected closes', 'registrations that expire', 'renewals due'],
    due: standardReportDue.monthly,
  },
  {
    id: 'quarterly-business-review',
    title: 'Quarterly business review',
    cadence: 'quarterly',
    owner: 'channel-manager',
    audience: ['sales-director', 'partner-owner'],
    contents: ['compliance of both sides', 'revenue against goals', 'escalations', 'open findings'],
    due: standardReportDue.quarterly,
  },
]

export const standardRenewal = {
  mode: 'automatic',
  for: '12 months',
  remindBefore: '120 days',
} satisfies Section<'term'>['renewal']

export const standardNotice = {
  period: '90 days',
  form: 'in writing, to the owner or the sales director',
} satisfies Section<'term'>['notice']

/** Section 6, without its dates: only the two sides can choose those. */
export const standardTerm: Section<'term'> = {
  renewal: standardRenewal,
  notice: standardNotice,
  triggers: [
    {
      id: 'three-critical-breaches',
      text: 'One side breaches three critical commitments in a quarter.',
      by: 'either',
      condition: {
        measure: 'breaches',
        priority: 'critical',
        is: 'at-least',
        value: 3,
        window: 'quarter',
      },
    },
    {
      id: 'revenue-below-target',
      text: 'Revenue stays below its target two quarters running.',
      by: 'vendor',
      condition: {
        measure: 'revenue',
        side: 'partner',
        is: 'below-target',
        window: 'quarter',
        running: 2,
      },
    },
    {
      id: 'certification-lapsed',
      text: 'The partner holds no valid certification for 60 days.',
      by: 'vendor',
      condition: {
        measure: 'certified-people',
        side: 'partner',
        is: 'less-than',
        value: 1,
        lasting: '60 days',
      },
    },
  ],
  windDown: [
    { what: 'Protected deals', owner: 'channel-manager', within: '90 calendar days' },
    { what: 'Open leads', owner: 'partner-sales', within: '10 business days' },
    {
      what: 'Open cases and requests',
      owner: 'support-lead',
      within: '30 calendar days',
      kinds: ['case.response', 'case.resolution', 'case.update', 'request.completion'],
    },
    {
      what: 'Funds granted and not yet claimed',
      owner: 'partner-marketing',
      within: '60 calendar days',
    },
    { what: 'Access to systems', owner: 'vp-operations', within: '5 business days' },
    { what: 'Return or erasure of data', owner: 'partner-owner', within: '30 calendar days' },
  ],
}
