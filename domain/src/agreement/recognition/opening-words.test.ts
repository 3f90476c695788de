import { expect, test } from 'vitest'
import { readWeek } from './opening-words.ts'
import { readZone } from './zone-words.ts'

const week = (...days: [string, string[]][]) => Object.fromEntries(days)
const workdays = (...hours: string[]) =>
  week(['mon', hours], ['tue', hours], ['wed', hours], ['thu', hours], ['fri', hours])

test.each([
  ['Monday to Friday, 9:00–17:00 CET', workdays('09:00-17:00')],
  ['Mon-Fri 9am-5pm ET', workdays('09:00-17:00')],
  ['from 9am to 5pm (UK time), Monday to Friday', workdays('09:00-17:00')],
  ['weekdays 8.30 am to 12 noon', workdays('08:30-12:00')],
  [
    'Montag bis Freitag, 8:00 bis 12:00 und 13:00 bis 17:00 Uhr',
    workdays('08:00-12:00', '13:00-17:00'),
  ],
  ['Sat 10:00-14:00', week(['sat', ['10:00-14:00']])],
  [
    'Mon–Thu 08:00–18:00, Fri 08:00–15:00',
    {
      ...week(
        ['mon', ['08:00-18:00']],
        ['tue', ['08:00-18:00']],
        ['wed', ['08:00-18:00']],
        ['thu', ['08:00-18:00']],
      ),
      fri: ['08:00-15:00'],
    },
  ],
  [
    'every day 22:00-06:00',
    Object.fromEntries(
      'mon tue wed thu fri sat sun'.split(' ').map((day) => [day, ['22:00-06:00']]),
    ),
  ],
  ['9 to 5', undefined],
  ['Monday to Friday', undefined],
])('%s', (text, expected) => {
  expect(readWeek(text)).toEqual(expected)
})

test('a zone by its name is sure, an abbreviation is not, an offset is none', () => {
  expect(readZone('Europe/Berlin')).toEqual({ zone: 'Europe/Berlin' })
  expect(readZone('9:00 CET')?.doubt).toContain('CET')
  expect(readZone('Europe/Atlantis')).toBeUndefined()
  expect(readZone('GMT+2')).toBeUndefined()
})
