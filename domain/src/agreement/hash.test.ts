import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agreement, AgreementFile } from './agreement.ts'
import { completeAgreement, completeFile } from './document/complete-agreement.ts'
import { readForm } from './form.ts'
import { agreementHash, canonicalTerms } from './hash.ts'
import { shortForm } from './short-form.ts'
import { variedFile } from './varied-file.ts'

const agreement = (data: unknown): Agreement => {
  const form = readForm(data)
  if (!form.ok) throw new Error(JSON.stringify(form.refusal.faults))
  return form.value
}

const base = { format: 'entente/agreement@1', id: 'x', parties: { vendor: {}, partner: {} } }

describe('the hash of an agreement', () => {
  test('is stable: these terms have had this hash since the format began', () => {
    const terms = { ...base, term: { notice: { period: '90 days' } } }
    expect(canonicalTerms(agreement(terms))).toBe(
      '{"format":"entente/agreement@1","id":"x","parties":{"partner":{},"vendor":{}},"term":{"notice":{"period":{"amount":90,"unit":"days"}}}}',
    )
    expect(agreementHash(agreement(terms))).toBe(
      'sha256:d7008fecbb065add8453188319e817d9377532219e0961f5bebecc72efa59f15',
    )
  })

  test.each<[string, object, object]>([
    [
      'short and long forms of a target',
      { targets: [{ kind: 'case.response', target: '4 business hours', warnAt: '75 %' }] },
      {
        targets: [
          {
            kind: 'case.response',
            target: { amount: 4, unit: 'hours', basis: 'business' },
            warnAt: 75,
          },
        ],
      },
    ],
    [
      'one accountable position, alone or as a list',
      { responsibilities: [{ activity: 'a', label: 'A', accountable: 'p' }] },
      { responsibilities: [{ activity: 'a', label: 'A', accountable: ['p'] }] },
    ],
    [
      'calendars in another order',
      { calendars: [calendar('a'), calendar('b')] },
      { calendars: [calendar('b'), calendar('a')] },
    ],
    ['state and schema', { status: 'draft', $schema: 'a.json' }, { status: 'proposed' }],
  ])('is one for %s', (_, one, other) => {
    expect(agreementHash(agreement({ ...base, ...one }))).toBe(
      agreementHash(agreement({ ...base, ...other })),
    )
  })

  test.each<[string, object, object]>([
    [
      'priorities in another order',
      { priorities: [priority('a'), priority('b')] },
      { priorities: [priority('b'), priority('a')] },
    ],
    [
      'a default that is written',
      { targets: [{ kind: 'case.response' }] },
      { targets: [{ kind: 'case.response', owedBy: 'both' }] },
    ],
    [
      'business and elapsed hours',
      { targets: [{ kind: 'case.response', target: '4 business hours' }] },
      { targets: [{ kind: 'case.response', target: '4 elapsed hours' }] },
    ],
    ['an empty week day and none', { calendars: [calendar('a')] }, { calendars: [closedMonday] }],
  ])('differs for %s', (_, one, other) => {
    expect(agreementHash(agreement({ ...base, ...one }))).not.toBe(
      agreementHash(agreement({ ...base, ...other })),
    )
  })

  test('is one whatever the order of keys and whatever form a value is written in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (choices, order) => {
          const form = readForm(variedFile<AgreementFile>(completeFile, choices))
          fc.pre(form.ok)
          if (!form.ok) return
          const short = shortForm(form.value)
          const shuffled = shuffledKeys(short, order)
          expect(agreementHash(agreement(shuffled))).toBe(agreementHash(form.value))
          expect(agreementHash(agreement(form.value.$schema === undefined ? short : short))).toBe(
            agreementHash(form.value),
          )
        },
      ),
    )
  })

  test('leaves acceptances out, so that accepting does not change what is accepted', () => {
    const { acceptances: _, ...unsigned } = completeAgreement
    expect(agreementHash(unsigned)).toBe(agreementHash(completeAgreement))
  })
})

function calendar(id: string) {
  return { id, timeZone: 'Europe/Oslo', week: { tue: ['09:00-17:00'] } }
}

const closedMonday = { id: 'a', timeZone: 'Europe/Oslo', week: { mon: [], tue: ['09:00-17:00'] } }

const priority = (id: string) => ({ id, label: id })

function shuffledKeys(value: unknown, order: fc.Stream<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffledKeys(item, order))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, field]) => ({ key, field, rank: order.next().value ?? 0 }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ key, field }) => [key, shuffledKeys(field, order)]),
  )
}
