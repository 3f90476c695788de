import type { AgreementFile } from '../agreement.ts'

/** For tests: the sections about time of the complete agreement. */
export const completeTimes = {
  priorities: [
    { id: 'critical', label: 'Critical', definition: 'A whole site stands still.' },
    { id: 'high', label: 'High', definition: 'One aisle stands still.' },
  ],
  targets: [
    {
      kind: 'case.response',
      owedBy: 'vendor',
      byPriority: { critical: '4 elapsed hours', high: '8 business hours' },
      calendar: 'vendor-office',
      warnAt: '70 %',
      startsAt: 'opening',
      metBy: ['public-reply', 'call-back'],
      handover: 'restart',
      text: 'A call back counts when it reached a person.',
    },
    {
      kind: 'case.resolution',
      owedBy: 'both',
      target: '10 business days',
      byPriority: { critical: '24 elapsed hours' },
      percentile: { share: 95, within: '12 business days' },
    },
    {
      kind: 'case.update',
      target: '2 business days',
      recurring: 'while-they-wait',
      owedBy: 'partner',
    },
    { kind: 'lead.acceptance', target: { amount: 1, unit: 'days' }, startsAt: 'assignment' },
  ],
  pauses: [
    {
      reason: 'waiting-for-customer',
      label: 'The customer has been asked and has not answered',
      kinds: ['case.resolution'],
      at: ['vendor', 'partner'],
    },
  ],
  breachCost: {
    mode: 'service-credit',
    text: 'Credits are set off against the next invoice.',
    credits: [
      { kind: 'case.response', priority: 'critical', percent: 2.5, of: 'the monthly support fee' },
    ],
    capPercent: 12,
  },
  calendars: [
    {
      id: 'vendor-office',
      title: 'Larkfield office, Hamburg',
      side: 'vendor',
      timeZone: 'Europe/Berlin',
      week: {
        mon: ['08:30-12:00', '13:00-17:30'],
        tue: ['08:31-17:31'],
        wed: ['08:32-17:32'],
        thu: ['08:33-17:33'],
        fri: ['08:34-15:00'],
        sat: ['10:00-12:30'],
        sun: ['22:00-24:00'],
      },
      holidaySources: [
        { country: 'DE', state: 'HH', region: 'Altona' },
        { ics: 'larkfield-closures.ics' },
      ],
      holidays: [
        { date: '2027-05-06', name: 'Ascension Day' },
        { date: '2028-01-01', name: 'New Year’s Day' },
      ],
      holidaysResolvedUntil: '2029-12-31',
      exceptions: [{ date: '2027-12-24', open: ['09:00-11:00'], reason: 'stock taking' }],
    },
  ],
  ladders: [
    {
      side: 'vendor',
      kinds: ['case.response', 'case.resolution'],
      levels: [
        {
          level: 1,
          position: 'channel-manager',
          trigger: '75 %',
          channels: ['in-app', 'email'],
          mustAcknowledge: true,
          outsideHours: false,
          note: 'Calls the partner owner in person.',
        },
        { level: 2, position: 'support-desk', trigger: '2 hours after due', channels: ['phone'] },
      ],
    },
    { side: 'partner', levels: [{ level: 1, position: 'partner-owner', trigger: 'at breach' }] },
  ],
} satisfies Partial<AgreementFile>
