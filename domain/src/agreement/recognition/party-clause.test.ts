import { expect, test } from 'vitest'
import { readPartyClause } from './party-clause.ts'
import { partiesIn } from './parties-words.ts'

test('name, seat, register and defined term', () => {
  expect(
    readPartyClause(
      'Ferrand Optics Limited (company number 08123456), 4 Mill Lane, Leeds LS1 2AB ("Ferrand")',
    ),
  ).toEqual({
    name: 'Ferrand Optics Limited',
    aliases: ['Ferrand'],
    registration: 'company number 08123456',
    address: '4 Mill Lane, Leeds LS1 2AB',
    rest: '',
  })
  expect(readPartyClause('Pelham Controls, Inc.')?.name).toBe('Pelham Controls, Inc.')
  expect(readPartyClause('[Your Company]')).toBeUndefined()
})

test.each([
  [
    'between Larkfield GmbH ("Vendor") and Brevik AS ("Partner")',
    'Larkfield GmbH',
    'Brevik AS',
    false,
  ],
  [
    'by and between Brevik AS ("Reseller") and Larkfield GmbH ("Supplier")',
    'Larkfield GmbH',
    'Brevik AS',
    false,
  ],
  [
    'This agreement is made between Larkfield GmbH and Brevik AS.',
    'Larkfield GmbH',
    'Brevik AS',
    true,
  ],
  [
    'zwischen Larkfield GmbH („Hersteller“) und Brevik AS („Händler“)',
    'Larkfield GmbH',
    'Brevik AS',
    false,
  ],
])('%s', (text, vendor, partner, byOrder) => {
  const found = partiesIn(text)
  expect(found.find((party) => party.side === 'vendor')?.name).toBe(vendor)
  expect(found.find((party) => party.side === 'partner')?.name).toBe(partner)
  expect(found.map((party) => party.byOrder)).toEqual([byOrder, byOrder])
})
