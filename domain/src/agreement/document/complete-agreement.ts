import { agreementFile, type Agreement, type AgreementFile } from '../agreement.ts'
import { completeTimes } from './complete-times.ts'

/** For tests: an agreement in which every field of the form has a value, so that nothing can be left out of print unseen. */
export const completeFile = {
  $schema: '../docs/schema/agreement-1.schema.json',
  format: 'entente/agreement@1',
  id: 'larkfield-brevik-2027',
  title: 'Channel Partner Service Level Agreement',
  language: 'en-GB',
  version: 3,
  status: 'proposed',
  effectiveOn: '2027-01-15',
  amends: {
    version: 2,
    hash: `sha256:${'2b'.repeat(32)}`,
    openWork: [
      { kind: 'case.response', apply: 'keep' },
      { kind: 'case.resolution', apply: 'retarget' },
    ],
  },
  parties: {
    vendor: {
      name: 'Larkfield Robotics',
      legalName: 'Larkfield Robotics GmbH',
      registration: 'HRB 204417, Hamburg',
      address: 'Speicherzeile 12, 20457 Hamburg',
      country: 'DE',
    },
    partner: {
      name: 'Brevik Automation',
      legalName: 'Brevik Automation AS',
      registration: '918 273 645',
      address: 'Havnegata 7, 3950 Brevik',
      country: 'NO',
      models: { service: 40, development: 15, transaction: 35, ecosystem: 10 },
    },
  },
  scope: {
    summary:
      'The partnership covers the sale, installation and care of warehouse robots.\n\nIt does not bind either side to a volume.',
    products: ['Picker One', 'Shuttle Fleet'],
    territories: ['Norway', 'Sweden'],
    segments: ['Third-party logistics'],
    exclusions: ['Cold stores below -20 °C'],
  },
  people: [
    {
      id: 'marta-okafor',
      name: 'Marta Okafor',
      side: 'vendor',
      email: 'marta.okafor@larkfield.example',
      absences: [{ from: '2027-07-05', until: '2027-07-23', reason: 'Summer leave' }],
    },
    { id: 'jonas-weil', name: 'Jonas Weil', side: 'vendor', email: 'jonas.weil@larkfield.example' },
    { id: 'sigrid-aas', name: 'Sigrid Aas', side: 'partner', email: 'sigrid@brevik.example' },
    { id: 'emil-tangen', name: 'Emil Tangen', side: 'partner', email: 'emil@brevik.example' },
  ],
  positions: [
    {
      id: 'channel-manager',
      side: 'vendor',
      title: 'Channel manager',
      holders: [
        { person: 'marta-okafor', deputy: 'jonas-weil', from: '2026-09-01', until: '2028-08-31' },
      ],
    },
    {
      id: 'support-desk',
      side: 'vendor',
      title: 'Support desk',
      team: true,
      holders: [{ person: 'jonas-weil' }],
    },
    {
      id: 'partner-owner',
      side: 'partner',
      title: 'Partner owner',
      team: false,
      holders: [{ person: 'sigrid-aas' }],
    },
    {
      id: 'partner-technical',
      side: 'partner',
      title: 'Technical lead',
      holders: [{ person: 'emil-tangen' }],
    },
  ],
  responsibilities: [
    {
      activity: 'lead-generation',
      label: 'Lead generation',
      responsible: ['channel-manager'],
      accountable: 'channel-manager',
      consulted: ['partner-owner'],
      informed: ['partner-technical'],
      note: 'Leads from joint events belong to whoever met the customer first.',
    },
    {
      activity: 'support',
      label: 'Support',
      responsible: ['support-desk', 'partner-technical'],
      accountable: 'partner-technical',
      commitments: ['case.response', 'case.resolution'],
    },
    { activity: 'renewals', label: 'Renewals', ticked: ['vendor', 'partner'] },
  ],
  ...completeTimes,
  delivery: {
    handover: 'The site plan and the commissioning protocol, signed by the technical lead.',
    acceptance: {
      criteria: ['Forty picks an hour for one shift', 'No open critical case'],
      within: '5 business days',
      onSilence: 'accepted-with-notice',
    },
    delayBorneBy: 'whoever-causes-it',
    delayText: 'A delay by the site’s owner is borne by neither.',
    change: 'Anything that alters the site plan; both sides decide in writing.',
    milestones: [
      {
        id: 'first-robot',
        title: 'First robot on site',
        owedBy: 'vendor',
        dueOn: '2027-03-01',
        within: '30 calendar days',
      },
    ],
  },
  customerRenewals: {
    owedBy: 'partner',
    startBefore: '90 calendar days',
    text: 'The vendor gives the price 60 days before.',
  },
  reports: [
    {
      id: 'quarterly-review',
      title: 'Quarterly business review',
      cadence: 'quarterly',
      owner: 'channel-manager',
      audience: ['partner-owner', 'partner-technical'],
      contents: ['Compliance by side', 'Pipeline'],
      due: '15 business days',
      text: 'Held in person once a year.',
    },
  ],
  term: {
    startsOn: '2027-01-16',
    endsOn: '2029-01-14',
    openEnded: false,
    renewal: { mode: 'automatic', for: '12 months', remindBefore: '120 days' },
    notice: { period: '90 days', form: 'in writing' },
    triggers: [
      {
        id: 'critical-breaches',
        text: 'Three critical breaches in a quarter.',
        by: 'partner',
        condition: {
          measure: 'breaches',
          side: 'vendor',
          kind: 'case.response',
          priority: 'critical',
          is: 'at-least',
          value: 3,
          window: 'quarter',
          running: 2,
          lasting: '60 days',
        },
      },
    ],
    windDown: [
      {
        what: 'Open cases are brought to an end',
        owner: 'support-desk',
        within: '45 calendar days',
        kinds: ['case.resolution'],
      },
    ],
    text: 'Either side may ask for a review of these terms once a year.',
  },
  rulebook: {
    id: 'Larkfield rules of engagement',
    version: '2026.2',
    acknowledgements: [{ side: 'partner', person: 'sigrid-aas', on: '2026-12-03' }],
  },
  meant: [
    {
      code: 'rulebook.unread',
      at: '/rulebook/version',
      because: 'The rules of the autumn are sent with the first order.',
    },
  ],
  notes: [{ source: 'Appendix 4 of the old contract', text: 'Spare parts are kept in Larvik.' }],
  acceptances: [
    {
      side: 'vendor',
      person: 'marta-okafor',
      position: 'channel-manager',
      hash: `sha256:${'7c'.repeat(32)}`,
      at: '2026-12-11T16:45:00+01:00',
    },
  ],
} satisfies AgreementFile

export const completeAgreement: Agreement = agreementFile.parse(completeFile)
