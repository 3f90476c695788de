import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/instant.ts'
import { completeAgreement } from './complete-agreement.ts'
import { conditionWords } from './condition-words.ts'
import { namesOf, positionWithSide } from './names.ts'
import { countryText, dateText, instantText, joined, languageText, shortened } from './wording.ts'

describe('words of the printed record', () => {
  test('dates have their month in letters', () => {
    expect(dateText('2026-03-04' as PlainDate)).toBe('4 March 2026')
  })

  test('an instant keeps the offset under which it was recorded', () => {
    expect(instantText('2026-12-11T16:45:00+01:00')).toBe('11 December 2026, 16:45:00 (UTC+01:00)')
    expect(instantText('2026-12-11T16:45:00Z')).toBe('11 December 2026, 16:45:00 (UTC)')
  })

  test('countries and languages are named, unknown ones stay as they are', () => {
    expect(countryText('DE')).toBe('Germany (DE)')
    expect(countryText('QQ')).toContain('QQ')
    expect(languageText('de-AT')).toBe('Austrian German (de-AT)')
  })

  test('lists read as sentences', () => {
    expect(['', 'a', 'a and b', 'a, b and c']).toEqual(
      [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => joined(items)),
    )
  })

  test('a running head is one line, whatever the script', () => {
    expect(shortened('Service level agreement')).toBe('Service level agreement')
    expect(shortened('a'.repeat(57))).toBe(`${'a'.repeat(56)}…`)
    expect(shortened('社'.repeat(30))).toBe(`${'社'.repeat(28)}…`)
  })

  test('names that nothing defines are printed as they stand', () => {
    const names = namesOf(completeAgreement)
    expect(names.position('night-watch')).toBe('Night watch')
    expect(positionWithSide(names, 'channel-manager')).toBe('Channel manager (Larkfield Robotics)')
    expect(positionWithSide(names, 'night-watch')).toBe('Night watch')
  })

  test('a trigger reads as a sentence', () => {
    const names = namesOf(completeAgreement)
    const condition = completeAgreement.term?.triggers?.[0]?.condition
    expect(condition && conditionWords(condition, names)).toBe(
      'Breaches of the vendor, First response to a case, priority Critical: at least 3 in a quarter, 2 quarters running, lasting 60 days.',
    )
    expect(conditionWords({ measure: 'revenue', is: 'below-target', running: 2 }, names)).toBe(
      'Revenue: below target, 2 periods running.',
    )
  })
})
