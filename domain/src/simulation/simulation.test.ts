import { describe, expect, test } from 'vitest'
import {
  figures,
  hours,
  sampleAgreement,
  sampleLog,
  sampleMappingWith,
  sampleSimulation,
} from './sample-log.ts'
import { simulate } from './simulation.ts'

describe('a simple case', () => {
  // Monday 4 May 2026. Opened 09:00, answered 10:30, done 15:00, closed two days later.
  const simple = `
    A|2026-05-04T09:00|2026-05-04T09:00|New|P2
    A|2026-05-04T09:00|2026-05-04T10:30|Work|P2
    A|2026-05-04T09:00|2026-05-04T15:00|Done|P2
    A|2026-05-04T09:00|2026-05-06T15:00|Closed|P2`

  test('is answered after 1.5 of 4 hours and done after 6 of 8; the second end changes nothing', () => {
    expect(figures(simple, 'response')).toMatchObject({
      total: 1,
      met: 1,
      breached: 0,
      open: 0,
      compliance: 1,
      p50: hours(1.5),
      p90: hours(1.5),
      target: '4 elapsed hours',
    })
    expect(figures(simple, 'resolution')).toMatchObject({ met: 1, p50: hours(6), reopened: 0 })
  })

  test('is met at the due instant, and late a second after it', () => {
    const atDue = simple.replace('15:00|Done', '17:00|Done')
    const after = simple.replace('15:00|Done', '17:00:01|Done')
    expect(figures(atDue, 'resolution')).toMatchObject({ met: 1, breached: 0 })
    expect(figures(after, 'resolution')).toMatchObject({ met: 0, breached: 1, metLate: 1 })
  })

  test('counts the same in whatever order its rows stand', () => {
    const rows = simple.trim().split('\n')
    const mixed = [rows[2], rows[0], rows[3], rows[1]].join('\n')
    expect(figures(mixed, 'resolution')).toEqual(figures(simple, 'resolution'))
    const { notes } = sampleSimulation(sampleLog(mixed)).report
    expect(notes).toContain('2 rows stand after a later one of the same case: put in time.')
  })
})

test('every priority of the agreement is listed, in its order, also those without cases', () => {
  const log = sampleLog('A|2026-05-04T09:00|2026-05-04T09:00|New|P3')
  const { clocks } = sampleSimulation(log).report
  expect(Object.keys(clocks)).toEqual(['critical', 'high', 'low'])
  expect(clocks['critical']?.response).toMatchObject({ total: 0, compliance: null, p50: null })
})

/** B tells when the log ends: Monday 14:00. */
const open = (openedAt: string): string => `
    A|${openedAt}|${openedAt}|New|P2
    B|2026-05-04T13:00|2026-05-04T14:00|Work|P1`

describe('what is open when the log ends', () => {
  test('is open while it is not past due', () => {
    // Opened 11:00, due 15:00.
    const found = figures(open('2026-05-04T11:00'), 'response')
    expect(found).toMatchObject({
      total: 1,
      met: 0,
      breached: 0,
      open: 1,
      openBreached: 0,
      p50: null,
    })
  })

  test('is open and breached once it is past due; at the due instant it is not', () => {
    expect(figures(open('2026-05-04T09:59'), 'response')).toMatchObject({
      total: 1,
      breached: 1,
      open: 1,
      openBreached: 1,
      compliance: 0,
    })
    expect(figures(open('2026-05-04T10:00'), 'response')).toMatchObject({ breached: 0, open: 1 })
  })
})

describe('what an agreement leaves out', () => {
  const text = 'A|2026-05-04T09:00|2026-05-04T10:00|Done|P2'

  test('a basis is taken as business time, and said', () => {
    const agreement = sampleAgreement('')
    const { assumptions, clocks } = sampleSimulation(sampleLog(text), agreement).report
    expect(clocks['high']?.response).toMatchObject({
      basis: 'business',
      target: '4 business hours',
    })
    expect(assumptions.join()).toContain('case.response has targets without a basis')
  })

  test('business time without a calendar is refused with the place and the fix', () => {
    const refusal = simulate(
      sampleLog(text),
      sampleMappingWith(),
      sampleAgreement('business', { calendars: [] }),
      undefined,
    )
    expect(refusal).toMatchObject({
      ok: false,
      refusal: { code: 'simulation.no-calendar', path: '/calendars', which: 'agreement' },
    })
  })

  test('elapsed time needs no calendar', () => {
    const agreement = sampleAgreement('elapsed', { calendars: [] })
    expect(figures(text, 'resolution', 'high', agreement)).toMatchObject({ met: 1, p50: hours(1) })
  })

  test('a priority without target has no clock and is counted', () => {
    const targets = [{ kind: 'case.response', byPriority: { critical: '1 elapsed hour' } }]
    const found = figures(text, 'response', 'high', sampleAgreement('elapsed', { targets }))
    expect(found).toMatchObject({ total: 0, withoutTarget: 1, target: null })
  })

  test('no target at all is refused, naming what is promised', () => {
    const targets = [{ kind: 'lead.acceptance', target: '1 elapsed hour' }]
    const agreement = sampleAgreement('elapsed', { targets })
    const refusal = simulate(sampleLog(text), sampleMappingWith(), agreement, undefined)
    const fix = expect.stringContaining('lead.acceptance')
    expect(refusal).toMatchObject({
      ok: false,
      refusal: { code: 'simulation.nothing-promised', fix },
    })
  })

  test('a row that binds the owing side comes before one that binds both', () => {
    const targets = [
      { kind: 'case.response', target: '9 elapsed hours' },
      { kind: 'case.response', owedBy: 'vendor', target: '1 elapsed hour' },
      { kind: 'case.response', owedBy: 'partner', target: '7 elapsed hours' },
    ]
    const agreement = sampleAgreement('elapsed', { targets })
    expect(figures(text, 'response', 'high', agreement).target).toBe('1 elapsed hour')
    const partner = sampleMappingWith({ owedBy: 'partner' })
    expect(figures(text, 'response', 'high', agreement, partner).target).toBe('7 elapsed hours')
  })
})

describe('two agreements', () => {
  const text = `
    A|2026-05-04T09:00|2026-05-04T09:00|New|P2
    A|2026-05-04T09:00|2026-05-04T12:00|Work|P2
    A|2026-05-04T09:00|2026-05-04T19:00|Done|P2
    B|2026-05-04T09:00|2026-05-04T10:00|Done|P2`
  const other = sampleAgreement('elapsed', {
    id: 'other',
    targets: [
      { kind: 'case.response', target: '2 elapsed hours' },
      { kind: 'case.resolution', target: '12 elapsed hours' },
    ],
  })

  test('the difference is the second minus the first, and the cases that change are named', () => {
    const { difference } = sampleSimulation(sampleLog(text), sampleAgreement(), undefined, other)
    expect(difference?.clocks['high']?.response).toMatchObject({
      met: -1,
      breached: 1,
      compliance: -0.5,
      p50: 0,
    })
    expect(difference?.clocks['high']?.resolution).toMatchObject({
      met: 1,
      breached: -1,
      compliance: 0.5,
    })
    expect(difference?.cases.response).toMatchObject({ newlyBreached: 1, noLongerBreached: 0 })
    expect(difference?.cases.resolution.examples.noLongerBreached.map((one) => one.case)).toEqual([
      'A',
    ])
  })

  test('an agreement against itself differs in nothing', () => {
    const { difference } = sampleSimulation(sampleLog(text), other, undefined, other)
    const changes = Object.values(difference?.clocks ?? {}).flatMap((one) =>
      [one.response, one.resolution].flatMap((figure) => Object.values(figure)),
    )
    expect(difference?.cases.response).toMatchObject({ newlyBreached: 0, noLongerBreached: 0 })
    expect(changes.length).toBeGreaterThan(50)
    expect(new Set(changes)).toEqual(new Set([0, null]))
  })

  test('medians of business and of elapsed time are not subtracted', () => {
    const { difference } = sampleSimulation(
      sampleLog(text),
      sampleAgreement('business'),
      undefined,
      other,
    )
    expect(difference?.clocks['high']?.response.p50).toBeNull()
    expect(difference?.clocks['high']?.response.met).not.toBeNull()
  })
})

test('work of both sides is measured by the same clock, each under its own targets', () => {
  const base = sampleMappingWith()
  const mapping = sampleMappingWith({
    columns: { ...base.columns, owedBy: 'team' },
    sides: { Desk: 'vendor', Field: 'partner' },
  })
  const agreement = sampleAgreement('elapsed', {
    targets: [
      { kind: 'case.response', owedBy: 'vendor', target: '2 elapsed hours' },
      { kind: 'case.response', owedBy: 'partner', target: '6 elapsed hours' },
    ],
  })
  const log = sampleLog(
    `A|2026-05-04T09:00|2026-05-04T12:00|Work|P2|Desk
     B|2026-05-04T09:00|2026-05-04T12:00|Work|P2|Field
     C|2026-05-04T09:00|2026-05-04T12:00|Work|P2|-
     D|2026-05-04T09:00|2026-05-04T12:00|Work|P2|Elsewhere`,
    mapping,
    'case|opened|at|state|priority|team',
  )
  const { report } = sampleSimulation(log, agreement, mapping)
  expect(report.clocks['high']?.response).toMatchObject({ total: 3, met: 1, breached: 2 })
  expect(report.bySide?.vendor.clocks['high']?.response).toMatchObject({ total: 2, breached: 2 })
  expect(report.bySide?.partner.clocks['high']?.response).toMatchObject({
    total: 1,
    met: 1,
    target: '6 elapsed hours',
  })
  expect(log.unused.counts()).toEqual({ 'row.unknown-side': 1 })
})
