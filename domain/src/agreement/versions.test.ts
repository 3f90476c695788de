import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/instant.ts'
import { acceptTerms, inForceFrom, validAcceptances } from './acceptance.ts'
import type { Agreement } from './agreement.ts'
import { agreementActions, lastDay, stateOn } from './agreement-state.ts'
import { readForm } from './form.ts'
import { standardDraft } from './standard-template.ts'
import { chainVersions, nextDraft, versionOn } from './versions.ts'

const on = (text: string): PlainDate => text as PlainDate

function proposal(change: Partial<Agreement> = {}): Agreement {
  const form = readForm({
    ...standardDraft({
      id: 'larkfield-brevik',
      vendor: { name: 'Larkfield Robotics' },
      partner: { name: 'Brevik Automation' },
      startsOn: '2027-01-01',
    }),
    status: 'proposed',
    people: [
      { id: 'ada-berg', name: 'Ada Berg', side: 'vendor' },
      { id: 'nils-dahl', name: 'Nils Dahl', side: 'partner' },
    ],
  })
  if (!form.ok) throw new Error(form.refusal.sentence)
  return { ...form.value, ...change }
}

function signed(agreement: Agreement, vendorAt: string, partnerAt: string): Agreement {
  const half = acceptTerms(agreement, { side: 'vendor', person: 'ada-berg', at: vendorAt })
  if (!half.ok) throw new Error(half.refusal.sentence)
  const whole = acceptTerms(half.value, { side: 'partner', person: 'nils-dahl', at: partnerAt })
  if (!whole.ok) throw new Error(whole.refusal.sentence)
  return whole.value
}

const first = signed(proposal(), '2026-12-01T10:00:00+01:00', '2026-12-04T09:00:00+01:00')

describe('acceptance', () => {
  test('both sides accept one hash; the later of second acceptance and effective date counts', () => {
    expect(inForceFrom(first)).toBe('2027-01-01')
    expect(inForceFrom({ ...first, effectiveOn: on('2026-11-01') })).toBeUndefined()
    const late = signed(proposal(), '2027-02-10T23:30:00-08:00', '2027-02-10T10:00:00+01:00')
    expect(inForceFrom(late)).toBe('2027-02-10')
  })

  test('an edit voids every acceptance', () => {
    const edited = { ...first, title: 'Another text' }
    expect(validAcceptances(edited)).toEqual({})
    expect(stateOn(edited, on('2027-02-01'))).toBe('draft')
  })

  test.each([
    ['a draft', proposal({ status: 'draft' }), 'vendor', 'ada-berg', 'acceptance.not-proposed'],
    ['by nobody', proposal(), 'vendor', 'somebody', 'acceptance.unknown-person'],
    ['for the other side', proposal(), 'partner', 'ada-berg', 'acceptance.other-side'],
    ['twice', first, 'vendor', 'ada-berg', 'acceptance.accepted-already'],
  ] as const)('is refused: %s', (_, agreement, side, person, code) => {
    const again = acceptTerms(agreement, { side, person, at: '2026-12-05T10:00:00Z' })
    expect(again).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('states', () => {
  test.each([
    ['2026-12-20', 'accepted'],
    ['2027-01-01', 'in-force'],
    ['2027-09-01', 'in-force'],
    ['2027-09-02', 'expiring'],
    ['2027-12-31', 'expiring'],
    ['2028-01-01', 'in-force'],
  ])('renewed automatically, reminded 120 days before: on %s it is %s', (date, state) => {
    expect(stateOn(first, on(date))).toBe(state)
  })

  test('without renewal it ends with its last day', () => {
    const { term, ...rest } = proposal()
    const once = signed(
      { ...rest, term: { ...term, renewal: { mode: 'none' } } },
      '2026-12-01T10:00:00Z',
      '2026-12-02T10:00:00Z',
    )
    expect(stateOn(once, on('2027-12-31'))).toBe('expiring')
    expect(stateOn(once, on('2028-01-01'))).toBe('ended')
  })

  test('one side has accepted: proposed still; nobody: as the file says', () => {
    const half = acceptTerms(proposal(), {
      side: 'vendor',
      person: 'ada-berg',
      at: '2026-12-01T10:00:00Z',
    })
    expect(half.ok && stateOn(half.value, on('2027-06-01'))).toBe('proposed')
    expect(stateOn(proposal({ status: 'draft' }), on('2027-06-01'))).toBe('draft')
    expect(stateOn(proposal({ status: 'template' }), on('2027-06-01'))).toBe('template')
  })

  test('each state allows something, and only a draft may be edited without consequence', () => {
    for (const actions of Object.values(agreementActions)) expect(actions.length).toBeGreaterThan(0)
    expect(agreementActions.accepted).not.toContain('edit')
    expect(agreementActions['in-force']).not.toContain('edit')
  })

  test('a renewal of a month counts from the first end: the 31st stays the 31st where there is one', () => {
    const { term, ...rest } = proposal()
    const monthly: Agreement = {
      ...rest,
      term: {
        ...term,
        endsOn: on('2027-01-31'),
        renewal: { mode: 'automatic', for: { amount: 1, unit: 'months' } },
      },
    }
    expect(lastDay(monthly, on('2027-02-10'))).toBe('2027-02-28')
    expect(lastDay(monthly, on('2027-03-05'))).toBe('2027-03-31')
  })
})

describe('versions', () => {
  const second = signed(
    {
      ...nextDraft(first),
      status: 'proposed',
      title: 'Faster answers',
      effectiveOn: on('2027-04-01'),
    },
    '2027-03-01T10:00:00+01:00',
    '2027-03-02T10:00:00+01:00',
  )
  const third: Agreement = { ...nextDraft(second), title: 'Not accepted yet' }

  test('what applied on a date', () => {
    const chain = chainVersions([third, first, second])
    if (!chain.ok) throw new Error(chain.refusal.sentence)
    const versionAt = (date: string) => versionOn(chain.value, on(date))?.version.version
    expect(versionAt('2026-12-31')).toBeUndefined()
    expect(versionAt('2027-01-01')).toBe(1)
    expect(versionAt('2027-03-31')).toBe(1)
    expect(versionAt('2027-04-01')).toBe(2)
    expect(versionAt('2027-08-01')).toBe(2)
  })

  test.each([
    ['nothing', [], 'versions.none'],
    ['a gap', [first, third], 'versions.missing'],
    ['one twice', [first, second, second], 'versions.twice'],
    ['another agreement', [first, { ...second, id: 'x' }], 'versions.other-agreement'],
    [
      'an amendment of nothing',
      [first, { ...second, amends: undefined }],
      'versions.does-not-amend',
    ],
    ['an earlier version edited afterwards', [{ ...first, title: 'x' }, second], 'versions.edited'],
  ] as const)('refused: %s', (_, versions, code) => {
    expect(chainVersions(versions)).toMatchObject({ ok: false, refusal: { code } })
  })

  const numberOn = (date = ''): number => versionOn([first, second], on(date))?.version.version ?? 0

  test('on every date at most one version applies, and never an earlier one after a later', () => {
    const dates = fc
      .integer({ min: 0, max: 1400 })
      .map((days) => Temporal.PlainDate.from('2026-06-01').add({ days }).toString())
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [early, late] = [a, b].toSorted()
        expect(numberOn(early)).toBeLessThanOrEqual(numberOn(late))
      }),
    )
  })
})
