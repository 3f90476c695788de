import type { AgreementFile } from './agreement.ts'

/** The positions that the standard template names. Who holds them only the two sides can say. */
export const standardPositions: AgreementFile['positions'] = [
  { id: 'channel-manager', side: 'vendor', title: 'Channel manager' },
  { id: 'sales-director', side: 'vendor', title: 'Sales director' },
  { id: 'vp-operations', side: 'vendor', title: 'VP operations' },
  { id: 'ceo', side: 'vendor', title: 'CEO' },
  { id: 'partner-marketing', side: 'vendor', title: 'Partner marketing manager' },
  { id: 'delivery-lead', side: 'vendor', title: 'Delivery lead' },
  { id: 'support-lead', side: 'vendor', title: 'Support lead' },
  { id: 'partner-owner', side: 'partner', title: 'Owner' },
  { id: 'partner-sales', side: 'partner', title: 'Sales lead' },
  { id: 'partner-technical', side: 'partner', title: 'Technical lead' },
]

/**
 * Section 2 of the standard template. Its six activities come as a tick matrix in which four are ticked by both
 * sides; here each has one position that answers for it, and the work that comes from it is a commitment.
 */
export const standardResponsibilities: AgreementFile['responsibilities'] = [
  {
    activity: 'lead-generation',
    label: 'Lead generation',
    responsible: ['partner-marketing'],
    accountable: 'channel-manager',
    consulted: ['partner-sales'],
    informed: ['partner-owner'],
  },
  {
    activity: 'qualification',
    label: 'Qualification',
    responsible: ['partner-sales', 'channel-manager'],
    accountable: 'partner-sales',
    consulted: ['partner-technical'],
    informed: ['partner-marketing'],
    commitments: ['lead.acceptance', 'lead.contact'],
  },
  {
    activity: 'sales',
    label: 'Sales',
    responsible: ['partner-sales', 'channel-manager'],
    accountable: 'partner-owner',
    consulted: ['partner-technical'],
    informed: ['sales-director'],
    commitments: ['request.answer'],
  },
  {
    activity: 'delivery',
    label: 'Delivery',
    responsible: ['delivery-lead'],
    accountable: 'delivery-lead',
    consulted: ['partner-technical'],
    informed: ['channel-manager', 'partner-owner'],
    commitments: ['delivery.handover'],
  },
  {
    activity: 'support',
    label: 'Support',
    responsible: ['support-lead', 'partner-technical'],
    accountable: 'support-lead',
    consulted: ['delivery-lead'],
    informed: ['channel-manager', 'partner-owner'],
    commitments: ['case.response', 'case.resolution', 'case.update'],
  },
  {
    activity: 'renewals',
    label: 'Renewals',
    responsible: ['partner-sales', 'channel-manager'],
    accountable: 'partner-owner',
    consulted: ['support-lead'],
    informed: ['sales-director'],
    commitments: ['renewal.start'],
  },
]

/** Section 4: each side's own ladder, climbed when that side is late. */
export const standardLadders: AgreementFile['ladders'] = [
  {
    side: 'vendor',
    levels: [
      level(1, 'channel-manager', '75 %'),
      level(2, 'sales-director', 'at breach'),
      level(3, 'vp-operations', '150 %'),
      level(4, 'ceo', '200 %'),
    ],
  },
  {
    side: 'partner',
    levels: [level(1, 'partner-sales', '75 %'), level(2, 'partner-owner', 'at breach')],
  },
]

type Level = NonNullable<AgreementFile['ladders']>[number]['levels'][number]

function level(number: number, position: string, trigger: string): Level {
  const channels = standardChannels(number)
  return { level: number, position, trigger, channels, mustAcknowledge: true }
}

/** From the second level on by telephone too: that call must not be one more e-mail among many. */
export function standardChannels(number: number): NonNullable<Level['channels']> {
  return number === 1 ? ['in-app', 'email'] : ['in-app', 'email', 'phone']
}
