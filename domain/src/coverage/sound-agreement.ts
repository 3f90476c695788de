import type { AgreementFile } from '../agreement/agreement.ts'
import { standardDraft } from '../agreement/standard-template.ts'
import type { PlainDate } from '../kernel/instant.ts'

/** For tests: the day on which the sound agreement is looked at. */
export const lookedAtOn = '2027-03-01' as PlainDate

/**
 * For tests: the standard draft with everything filled in that only people can fill in. The audit finds nothing in
 * it, so whatever a test breaks is the only finding. The times count all hours where the template's do not go
 * together in an eight-hour day.
 */
export function soundFile(): AgreementFile {
  const draft = standardDraft({
    id: 'larkfield-brevik',
    startsOn: '2027-01-01',
    vendor: {
      name: 'Larkfield Robotics',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      holidays: [{ date: '2027-10-03', name: 'Day of German Unity' }],
      holidaysResolvedUntil: '2027-12-31',
    },
    partner: {
      name: 'Brevik Automation',
      country: 'NO',
      timeZone: 'Europe/Oslo',
      holidays: [{ date: '2027-05-17', name: 'Constitution Day' }],
      holidaysResolvedUntil: '2027-12-31',
    },
  })
  fillSeats(draft)
  fillTimes(draft)
  for (const level of (draft.ladders ?? []).flatMap(({ levels }) => levels))
    level.outsideHours = true
  draft.scope = {
    products: ['Picker One'],
    territories: ['Norway'],
    segments: ['Third-party logistics'],
    exclusions: ['Cold stores'],
  }
  draft.rulebook = {
    id: 'larkfield-rules',
    version: '2027-1',
    acknowledgements: [
      { side: 'vendor', person: 'person-0', on: '2026-12-01' },
      { side: 'partner', person: 'person-7', on: '2026-12-02' },
    ],
  }
  return draft
}

/** One person on each position, and another of the same side as deputy. */
function fillSeats(draft: AgreementFile): void {
  const seats = draft.positions ?? []
  for (const [index, seat] of seats.entries()) {
    const neighbour = seats.findIndex((other, at) => at !== index && other.side === seat.side)
    seat.holders = [{ person: `person-${index}`, deputy: `person-${neighbour}` }]
  }
  draft.people = seats.map(({ side }, index) => ({
    id: `person-${index}`,
    name: `Person ${index}`,
    side,
    email: `person-${index}@example.test`,
  }))
}

function fillTimes({ targets = [] }: AgreementFile): void {
  for (const row of targets) {
    if (row.kind === 'case.response')
      Object.assign(row.byPriority ?? {}, { critical: '4 elapsed hours' })
    if (row.kind === 'case.resolution') {
      row.byPriority = {
        critical: '24 elapsed hours',
        high: '3 business days',
        medium: '7 business days',
        low: '10 business days',
      }
    }
  }
}
