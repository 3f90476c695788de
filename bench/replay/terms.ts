import { readMappingForm } from '@entente/domain/simulation/mapping-form.ts'
import type { LogMapping } from '@entente/domain/simulation/log-mapping.ts'

/** What the bench replays under: office hours with holidays, pauses, a ladder of four levels, two sets of targets. */
export const benchMapping = ((): LogMapping => {
  const read = readMappingForm({
    format: 'entente/log-mapping@1',
    columns: {
      case: 'number',
      at: 'sys_updated_at',
      state: 'incident_state',
      priority: 'priority',
      openedAt: 'opened_at',
    },
    dateFormat: 'd/M/yyyy HH:mm',
    timeZone: 'Europe/Berlin',
    missing: ['?'],
    priorities: {
      '1 - Critical': 'critical',
      '2 - High': 'high',
      '3 - Moderate': 'medium',
      '4 - Low': 'low',
    },
    states: {
      New: 'open',
      Active: 'open',
      'Awaiting User Info': { pause: 'waiting-for-customer' },
      'Awaiting Vendor': { pause: 'waiting-for-customer' },
      'Awaiting Problem': 'open',
      'Awaiting Evidence': 'open',
      Resolved: 'met',
      Closed: 'met',
      '-100': 'ignore',
    },
    response: { metBy: { states: ['Active', 'Awaiting User Info', 'Resolved', 'Closed'] } },
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
})()

const targets: Readonly<Record<string, readonly string[]>> = {
  first: ['4', '8', '24', '48', '24', '48', '5', '10'],
  second: ['2', '4', '16', '24', '16', '32', '3', '8'],
}

export function agreementText(name: string): string {
  const [a, b, c, d, e, f, g, h] = targets[name] ?? []
  return `format: entente/agreement@1
id: ${name}
parties: { vendor: { name: Larkfield Robotics }, partner: { name: Brevik Automation } }
priorities: [{ id: critical, label: Critical }, { id: high, label: High }, { id: medium, label: Medium }, { id: low, label: Low }]
targets:
  - kind: case.response
    byPriority: { critical: ${a} business hours, high: ${b} business hours, medium: ${c} business hours, low: ${d} business hours }
  - kind: case.resolution
    byPriority: { critical: ${e} business hours, high: ${f} business hours, medium: ${g} business days, low: ${h} business days }
pauses: [{ reason: waiting-for-customer, label: Waiting for the customer }]
calendars:
  - id: office
    side: vendor
    timeZone: Europe/Berlin
    week: { mon: ["08:30-12:00", "13:00-17:30"], tue: ["08:30-12:00", "13:00-17:30"], wed: ["08:30-17:30"], thu: ["08:30-17:30"], fri: ["08:30-15:00"] }
    holidays: [{ date: 2016-03-25, name: Good Friday }, { date: 2016-03-28, name: Easter Monday }, { date: 2016-05-05, name: Ascension Day }]
ladders:
  - side: vendor
    levels:
      - { level: 1, position: channel-manager, trigger: 75 % }
      - { level: 2, position: sales-director, trigger: at breach }
      - { level: 3, position: vp-operations, trigger: 150 % }
      - { level: 4, position: ceo, trigger: 200 % }
`
}
