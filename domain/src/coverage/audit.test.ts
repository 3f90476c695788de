import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgreementFile } from '../agreement/agreement.ts'
import { coverageElements, type Finding } from '../agreement/finding.ts'
import { readForm } from '../agreement/form.ts'
import type { PlainDate } from '../kernel/instant.ts'
import { fixAgreement } from './apply-fix.ts'
import { auditAgreement } from './audit.ts'
import { operationsForDraft } from './next-draft.ts'
import { placeholderIn } from './placeholders.ts'
import { lookedAtOn, soundFile } from './sound-agreement.ts'

const today = lookedAtOn

function read(file: unknown) {
  const form = readForm(file)
  if (!form.ok) throw new Error(JSON.stringify(form.refusal.faults, null, 2))
  return form.value
}

const audit = (file: unknown, on: PlainDate = today): readonly Finding[] =>
  auditAgreement(read(file), { today: on })

const codes = (findings: readonly Finding[]): readonly string[] => findings.map((one) => one.code)
const count = (findings: readonly Finding[], code: string): number =>
  codes(findings).filter((one) => one === code).length

/** The usual six-section document as the import leaves it: ticks, bare times, names without triggers. */
const tickMatrix = {
  format: 'entente/agreement@1',
  id: 'harrow-lindqvist',
  parties: { vendor: { name: 'Harrow Instruments' }, partner: { name: 'Lindqvist Service' } },
  positions: [
    { id: 'channel-manager', side: 'vendor', title: 'Channel manager' },
    { id: 'sales-director', side: 'vendor', title: 'Sales director' },
  ],
  responsibilities: [
    { activity: 'lead-generation', label: 'Lead generation', ticked: ['vendor'] },
    { activity: 'qualification', label: 'Qualification', ticked: ['vendor', 'partner'] },
    { activity: 'sales', label: 'Sales', ticked: ['vendor', 'partner'] },
    { activity: 'delivery', label: 'Delivery', ticked: ['vendor'] },
    { activity: 'support', label: 'Support', ticked: ['vendor', 'partner'] },
    { activity: 'renewals', label: 'Renewals', ticked: ['vendor', 'partner'] },
  ],
  priorities: [
    { id: 'critical', label: 'Critical' },
    { id: 'low', label: 'Low' },
  ],
  targets: [
    { kind: 'case.response', byPriority: { critical: '4 hours', low: '48 hours' } },
    { kind: 'case.resolution', byPriority: { critical: '24 hours', low: '10 days' } },
  ],
  ladders: [
    {
      side: 'vendor',
      levels: [
        { level: 1, position: 'channel-manager' },
        { level: 2, position: 'sales-director' },
      ],
    },
  ],
  reports: [{ id: 'calls', title: 'Call statistics', cadence: 'weekly' }],
}

const codesWithRow = (row: object) => {
  const file = soundFile()
  file.positions?.push({ id: 'finance', side: 'vendor', title: 'Finance' })
  Object.assign(file.responsibilities?.[0] ?? {}, row)
  return codes(audit(file))
}

describe('a position in the matrix', () => {
  test.each(['responsible', 'consulted', 'informed'])(
    'that nobody holds is an error, %s too',
    (letter) => {
      expect(codesWithRow({ [letter]: ['finance'] })).toContain(
        'responsibilities.position-without-holder',
      )
    },
  )

  test('that is named twice is one position', () => {
    const [row] = soundFile().responsibilities ?? []
    const twice = { accountable: [row?.accountable, row?.accountable].flat() }
    expect(codesWithRow(twice)).not.toContain('responsibilities.several-accountable')
  })
})

describe('the audit of a tick matrix', () => {
  const findings = audit(tickMatrix)

  test('asks once for each double tick who is accountable, and for nothing else in those rows', () => {
    expect(count(findings, 'responsibilities.both-sides-without-accountable')).toBe(4)
    expect(codes(findings)).not.toContain('responsibilities.no-accountable')
    expect(codes(findings)).not.toContain('responsibilities.no-responsible')
    const first = findings.find(
      (one) => one.code === 'responsibilities.both-sides-without-accountable',
    )
    expect(first?.path).toBe('/responsibilities/1')
    expect(first?.fix.patch).toBeUndefined()
    expect(first?.fix.choices?.map(({ id }) => id)).toEqual(['vendor', 'partner'])
  })

  test('names a position where one side alone is ticked', () => {
    const own = findings.filter((one) => one.code === 'responsibilities.side-without-position')
    expect(own.map(({ path }) => path)).toEqual(['/responsibilities/0', '/responsibilities/3'])
    expect(own[0]?.fix.sentence).toContain('Channel manager')
  })

  test('finds that calendars, triggers, notice and bases are missing', () => {
    expect(count(findings, 'calendars.missing')).toBe(2)
    expect(count(findings, 'ladders.trigger-missing')).toBe(1)
    expect(count(findings, 'term.triggers-missing')).toBe(1)
    expect(count(findings, 'term.notice-missing')).toBe(1)
    expect(count(findings, 'targets.basis-missing')).toBe(2)
  })

  test('stands by section, the gravest first, the same each time', () => {
    const places = findings.map((one) => coverageElements.indexOf(one.element))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(audit(tickMatrix)).toEqual(findings)
  })

  test('an answered double tick leaves one accountable side and no tick', () => {
    const answers = new Map([
      ['responsibilities.both-sides-without-accountable@/responsibilities/2', 'partner'],
      ['responsibilities.both-sides-without-accountable', 'vendor'],
    ])
    const start = { file: tickMatrix as AgreementFile, agreement: read(tickMatrix) }
    const { agreement, remaining } = fixAgreement(start, { today }, { codes: new Set(), answers })
    expect(agreement.responsibilities?.[2]).toMatchObject({ accountable: ['partner-sales'] })
    expect(agreement.responsibilities?.[4]).toMatchObject({ accountable: ['channel-manager'] })
    expect(agreement.responsibilities?.[4]?.ticked).toBeUndefined()
    expect(codes(remaining)).not.toContain('responsibilities.both-sides-without-accountable')
    expect(codes(remaining)).toContain('term.notice-missing')
  })
})

const timed = (change: (targets: NonNullable<AgreementFile['targets']>) => void) => {
  const file = soundFile()
  change(file.targets ?? [])
  return audit(file)
}
const what = (findings: readonly Finding[], code: string) =>
  findings.find((one) => one.code === code)?.what

describe('what times mean in real hours', () => {
  test('four business hours on a Friday afternoon are sixty-eight hours of waiting', () => {
    const findings = timed(([response]) =>
      Object.assign(response?.byPriority ?? {}, { critical: '4 business hours' }),
    )
    expect(what(findings, 'targets.critical-business-only')).toBe(
      'A critical case opened Friday 16:30 waits up to 68 hours for its first response.',
    )
  })

  test('forty-eight business hours come after five business days', () => {
    const findings = timed(([, resolution]) =>
      Object.assign(resolution?.byPriority ?? {}, {
        high: '48 business hours',
        medium: '5 business days',
      }),
    )
    expect(what(findings, 'targets.less-urgent-faster-in-practice')).toBe(
      'case.resolution: High has 48 business hours, the less urgent Medium only 5 business days (work that begins on Monday 09:00 waits 7 days 8 hours against 7 days).',
    )
  })

  test('a desk that never closes needs no holidays and keeps nobody waiting', () => {
    const file = soundFile()
    const always = ['00:00-24:00']
    for (const calendar of file.calendars ?? []) {
      calendar.week = {
        mon: always,
        tue: always,
        wed: always,
        thu: always,
        fri: always,
        sat: always,
        sun: always,
      }
      delete calendar.holidays
      delete calendar.holidaysResolvedUntil
      delete calendar.holidaySources
    }
    Object.assign(file.targets?.[0]?.byPriority ?? {}, { critical: '4 business hours' })
    expect(codes(audit(file))).toEqual([])
  })
})

const on = (date: string, edit: (file: AgreementFile) => void = () => undefined) => {
  const file = soundFile()
  edit(file)
  return codes(audit(file, date as PlainDate))
}
const byConsent = (file: AgreementFile): void => {
  if (file.term) file.term.renewal = { mode: 'by-consent', for: '12 months' }
}

describe('the same agreement on other days', () => {
  test('an end is near from ninety days before, and past the day after', () => {
    expect(on('2027-10-01', byConsent)).not.toContain('term.expiry-near')
    expect(on('2027-10-02', byConsent)).toContain('term.expiry-near')
    expect(on('2027-12-31', byConsent)).toContain('term.expiry-near')
    expect(on('2028-01-01', byConsent)).toContain('term.expired')
  })

  test('notice for the end of the year may be given until 90 days before, that day included', () => {
    expect(on('2027-10-02')).not.toContain('term.notice-window-passed')
    expect(on('2027-10-03')).toContain('term.notice-window-passed')
  })

  test('holidays are known on their last day and past the day after', () => {
    expect(on('2027-12-31')).not.toContain('calendars.holidays-past')
    expect(on('2028-01-01')).toContain('calendars.holidays-past')
  })
})

describe('placeholders', () => {
  test.each([
    ['[Your Company]', '[Your Company]'],
    ['Between [Partner Company] and us', '[Partner Company]'],
    ['Notice: TBD', 'TBD'],
    ['<insert date>', '<insert date>'],
    ['to be agreed in March', 'to be agreed'],
    ['Signed: ________', '________'],
    ['{{partner_name}}', '{{partner_name}}'],
  ])('%s', (text, found) => expect(placeholderIn(text)).toBe(found))

  test.each([
    'see [1]',
    'Products [EU]',
    'x < y',
    'a list of dates',
    'Tobias Tbdanov',
    'snake_case',
  ])('%s is no placeholder', (text) => expect(placeholderIn(text)).toBeUndefined())
})

describe('mending what is signed', () => {
  test('begins the next version, which amends the signed one and keeps open work', () => {
    const file = soundFile()
    file.status = 'in-force'
    file.version = 3
    file.effectiveOn = '2027-01-01'
    delete file.term?.notice
    const start = { file, agreement: read(file) }
    const fixed = fixAgreement(start, { today })
    expect(fixed.agreement).toMatchObject({ version: 4, status: 'draft', amends: { version: 3 } })
    expect(fixed.agreement.amends?.hash).toMatch(/^sha256:/)
    expect(fixed.agreement.effectiveOn).toBeUndefined()
    expect(fixed.agreement.amends?.openWork?.every(({ apply }) => apply === 'keep')).toBe(true)
    expect(codes(fixed.remaining)).toEqual([])
  })

  test('a proposal goes back to draft under its number, a draft stays a draft', () => {
    const proposed = read({ ...soundFile(), status: 'proposed' })
    expect(operationsForDraft(proposed)).toEqual([
      { op: 'replace', path: '/status', value: 'draft' },
    ])
    expect(operationsForDraft(read(soundFile()))).toEqual([])
  })

  test('nothing to mend leaves a signed version as it is', () => {
    const file: AgreementFile = { ...soundFile(), status: 'in-force' }
    expect(fixAgreement({ file, agreement: read(file) }, { today })).toMatchObject({
      file,
      opening: [],
      applied: [],
    })
  })
})

test('any readable draft has an audit, whatever was taken out of it', () => {
  type Place = readonly (string | number)[]
  const places = (value: unknown, path: Place): readonly Place[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([name, inner]) => {
          const own = path.concat(Array.isArray(value) ? Number(name) : name)
          return ([own] as readonly Place[]).concat(places(inner, own))
        })
  const removed = (value: unknown, [first, ...rest]: Place): unknown => {
    if (typeof value !== 'object' || value === null || first === undefined) return value
    if (Array.isArray(value)) {
      return rest.length === 0
        ? value.toSpliced(Number(first), 1)
        : value.map((item, index) => (index === first ? removed(item, rest) : item))
    }
    const { [first]: inner, ...others } = value as Record<string | number, unknown>
    return rest.length === 0 || inner === undefined
      ? others
      : { ...others, [first]: removed(inner, rest) }
  }
  const all = places(soundFile(), [])
  let audited = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 8 }), (chosen) => {
      const file = chosen.reduce(removed, soundFile() as unknown)
      const form = readForm(file)
      if (!form.ok) return
      audited += 1
      expect(Array.isArray(auditAgreement(form.value, { today }))).toBe(true)
    }),
    { numRuns: 400 },
  )
  expect(audited).toBeGreaterThan(100)
})
