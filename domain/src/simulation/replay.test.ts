import { describe, expect, test } from 'vitest'
import {
  figures,
  hours,
  sampleAgreement,
  sampleLog,
  sampleMappingWith,
  sampleSimulation,
} from './sample-log.ts'

/** Where a short way of computing and the long one could come apart; each is worked out by hand. */

const outsideHours = { ladders: [{ side: 'vendor', levels: [level('at breach')] }] }

function level(trigger: string): object {
  return { level: 1, position: 'channel-manager', trigger, outsideHours: true }
}

test('who was called under an elapsed target is not forgotten when business time follows', () => {
  // Saturday 09:00, four hours by the clock: broken at 13:00. On Monday 40 open hours apply, of which one is used.
  const agreement = sampleAgreement('elapsed', {
    ...outsideHours,
    targets: [
      {
        kind: 'case.resolution',
        byPriority: { critical: '4 elapsed hours', low: '40 business hours' },
      },
    ],
  })
  const log = sampleLog(`
    A|2026-05-09T09:00|2026-05-09T09:00|New|P1
    A|2026-05-09T09:00|2026-05-11T09:00|New|P3
    A|2026-05-09T09:00|2026-05-11T10:00|Done|P3`)
  const { escalations, clocks } = sampleSimulation(log, agreement).report
  expect(clocks['low']?.resolution).toMatchObject({ metLate: 1, p50: hours(1) })
  expect(escalations['1']).toMatchObject({ count: 1, byPriority: { low: { resolution: 1 } } })
})

test('what a re-target breaks in the last row of a log calls somebody in that row', () => {
  const log = sampleLog(`
    A|2026-05-04T09:00|2026-05-04T09:00|Work|P3
    A|2026-05-04T09:00|2026-05-04T14:00|Work|P1`)
  const { escalations, clocks } = sampleSimulation(
    log,
    sampleAgreement('elapsed', outsideHours),
  ).report
  expect(clocks['critical']?.resolution).toMatchObject({ openBreached: 1 })
  expect(escalations['1']).toMatchObject({ count: 1 })
})

test('responses that the mapping does not show are left out, not counted as never promised', () => {
  const mapping = { ...sampleMappingWith(), response: undefined }
  const log = sampleLog('A|2026-05-04T09:00|2026-05-04T10:00|Done|P2', mapping)
  const { report } = sampleSimulation(log, sampleAgreement(), mapping)
  expect(report.clocks['high']?.response).toMatchObject({ total: 0, withoutTarget: 0 })
  expect(report.clocks['high']?.resolution).toMatchObject({ total: 1, met: 1 })
})

const slowestResponse = (rows: string): object | undefined =>
  sampleSimulation(sampleLog(rows)).report.worst.find(({ promise }) => promise === 'response')

describe('a response that was late and is open again', () => {
  const late = `
    A|2026-05-04T09:00|2026-05-04T09:00|New|P2
    A|2026-05-04T09:00|2026-05-04T19:00|Done|P2`
  test('has no time at which it was met, and keeps the due instant of its slowest run', () => {
    expect(slowestResponse(late)).toMatchObject({
      outcome: 'met late',
      metAt: '2026-05-04T19:00:00Z',
    })
    expect(
      slowestResponse(`${late}
        A|2026-05-04T09:00|2026-05-05T09:00|New|P2`),
    ).toMatchObject({
      outcome: 'open, overdue',
      dueAt: '2026-05-04T13:00:00Z',
      metAt: null,
      lateBy: hours(6),
      runs: 2,
    })
  })
})

describe('one pause after another', () => {
  // Opened as low (40 hours), waits after 5 hours, is made critical (4 hours) while it waits: broken once it runs.
  const waiting = `
    A|2026-05-04T09:00|2026-05-04T09:00|Work|P3
    A|2026-05-04T09:00|2026-05-04T14:00|Waiting|P3
    A|2026-05-04T09:00|2026-05-04T15:00|Waiting|P1
    A|2026-05-04T09:00|2026-05-04T16:00|Supplier|P1`
  const pauses = ['waiting-for-customer', 'waiting-for-supplier'].map((reason) => ({
    reason,
    label: reason,
  }))

  test('edge 14: does not run between them, so nothing breaks', () => {
    const agreement = sampleAgreement('elapsed', { pauses })
    const found = figures(waiting, 'resolution', 'critical', agreement)
    expect(found).toMatchObject({ open: 1, breached: 0 })
  })

  test('runs when the agreement does not allow the second', () => {
    expect(figures(waiting, 'resolution', 'critical')).toMatchObject({ open: 1, breached: 1 })
  })

  test('is a pause where the agreement does not allow the first', () => {
    const agreement = sampleAgreement('elapsed', { pauses: pauses.slice(1) })
    const rows = waiting.replaceAll('P1', 'P3')
    const done = `${rows}
      A|2026-05-04T09:00|2026-05-06T16:00|Done|P3`
    expect(figures(done, 'resolution', 'low', agreement)).toMatchObject({ met: 1, p50: hours(7) })
  })
})

test('an answer after the cancellation does not keep a promise that was cancelled', () => {
  const base = sampleMappingWith()
  const mapping = sampleMappingWith({
    columns: { ...base.columns, act: 'act' },
    response: { metBy: { acts: ['reply'] } },
  })
  const responseOf = (rows: string): object | undefined => {
    const log = sampleLog(rows, mapping, 'case|opened|at|state|priority|act')
    return sampleSimulation(log, sampleAgreement(), mapping).report.clocks['high']?.response
  }
  const dropped = `
    A|2026-05-04T09:00|2026-05-04T09:00|New|P2|-
    A|2026-05-04T09:00|2026-05-04T10:00|Dropped|P2|-
    A|2026-05-04T09:00|2026-05-04T11:00|Note|P2|reply`
  expect(responseOf(dropped)).toMatchObject({ total: 0, cancelled: 1 })
  const withIt = dropped.replace('Dropped|P2|-', 'Dropped|P2|reply')
  expect(responseOf(withIt)).toMatchObject({ total: 1, met: 1, cancelled: 0, p50: hours(1) })
  // Where the work goes on, it was not cancelled, and the answer counts.
  const goesOn = `${dropped}
    A|2026-05-04T09:00|2026-05-04T12:00|Work|P2|-`
  expect(responseOf(goesOn)).toMatchObject({ total: 1, met: 1, cancelled: 0, p50: hours(2) })
})

test('of two rows of targets for one side the first counts, which a note says', () => {
  const targets = [
    { kind: 'case.resolution', byPriority: { critical: '1 elapsed hour' } },
    { kind: 'case.resolution', byPriority: { high: '1 elapsed hour' } },
  ]
  const log = sampleLog('A|2026-05-04T09:00|2026-05-04T10:00|Done|P2')
  const { clocks, notes } = sampleSimulation(log, sampleAgreement('elapsed', { targets })).report
  expect(clocks['high']?.resolution).toMatchObject({ total: 0, withoutTarget: 1 })
  expect(notes).toContain(
    'case.resolution has 2 rows of targets that bind the vendor: the first alone counts; "entente check" names them.',
  )
})
