import { describe, expect, test } from 'vitest'
import {
  figures,
  hours,
  sampleAgreement,
  sampleLog,
  sampleMappingWith,
  sampleSimulation,
} from './sample-log.ts'

describe('a pause', () => {
  // Resolution of high: 8 hours. Opened 09:00; waits from 12:00 on Monday to 10:00 on Wednesday; done 14:00.
  const paused = `
    A|2026-05-04T09:00|2026-05-04T09:00|Work|P2
    A|2026-05-04T09:00|2026-05-04T12:00|Waiting|P2
    A|2026-05-04T09:00|2026-05-05T12:00|Waiting|P2
    A|2026-05-04T09:00|2026-05-06T10:00|Work|P2
    A|2026-05-04T09:00|2026-05-06T14:00|Done|P2`

  test('does not count: 3 hours before it and 4 after it', () => {
    expect(figures(paused, 'resolution')).toMatchObject({ met: 1, breached: 0, p50: hours(7) })
  })

  test('that the agreement does not allow counts, and is remarked on once', () => {
    const disallowed = paused.replaceAll('Waiting', 'Supplier')
    expect(figures(disallowed, 'resolution')).toMatchObject({ breached: 1, p50: hours(53) })
    const { notes } = sampleSimulation(sampleLog(disallowed)).report
    expect(notes.filter((note) => note.includes('waiting-for-supplier'))).toEqual([
      'The agreement does not allow the pause "waiting-for-supplier": 1 pause of the log did not stop the resolution clock.',
    ])
  })

  test('edge 14: never breaches while it lasts, not even at the end of the log', () => {
    const rows = paused.trim().split('\n').slice(0, 3).join('\n')
    expect(figures(rows, 'resolution')).toMatchObject({ open: 1, breached: 0 })
  })

  test('edge 12: a case that is opened and waits at the same instant', () => {
    const waiting = `
      A|2026-05-04T09:00|2026-05-04T09:00|Waiting|P2
      A|2026-05-04T09:00|2026-05-08T09:00|Done|P2`
    expect(figures(waiting, 'resolution')).toMatchObject({ met: 1, p50: 0 })
  })

  test('edge 15: across a weekend it covers open hours only', () => {
    // 8 business hours. Friday 8 May 10:00 to 12:00 counts 2; waits until Monday 11:00; done Tuesday 09:30:
    // Monday 11:00 to 17:00 is 6, Tuesday half an hour: 8.5 in all. Due Monday 17:00.
    const log = sampleLog(`
      A|2026-05-08T10:00|2026-05-08T10:00|Work|P2
      A|2026-05-08T10:00|2026-05-08T12:00|Waiting|P2
      A|2026-05-08T10:00|2026-05-11T11:00|Work|P2
      A|2026-05-08T10:00|2026-05-12T09:30|Done|P2`)
    const [worst] = sampleSimulation(log, sampleAgreement('business')).report.worst
    expect(worst).toMatchObject({
      used: hours(8.5),
      dueAt: '2026-05-11T17:00:00Z',
      lateBy: hours(0.5),
      outcome: 'met late',
    })
  })
})

describe('a reopened case', () => {
  // Run 1: 09:00 to 14:00, 5 hours. Reopened next day 09:00, done 13:00: 4 more. 8 were allowed.
  const reopened = `
    A|2026-05-04T09:00|2026-05-04T09:00|New|P2
    A|2026-05-04T09:00|2026-05-04T11:00|Work|P2
    A|2026-05-04T09:00|2026-05-04T14:00|Done|P2
    A|2026-05-04T09:00|2026-05-05T09:00|New|P2
    A|2026-05-04T09:00|2026-05-05T12:00|Work|P2
    A|2026-05-04T09:00|2026-05-05T13:00|Done|P2`

  test('is one resolution clock that goes on where it stopped', () => {
    expect(figures(reopened, 'resolution')).toMatchObject({
      total: 1,
      met: 0,
      breached: 1,
      metLate: 1,
      reopened: 1,
      p50: hours(9),
    })
  })

  test('is one response clock whose slowest run counts: 3 hours after the reopening, 2 before', () => {
    expect(figures(reopened, 'response')).toMatchObject({ total: 1, met: 1, p50: hours(3) })
  })

  test('is open again while its last run is', () => {
    const rows = reopened.trim().split('\n').slice(0, 4).join('\n')
    expect(figures(rows, 'resolution')).toMatchObject({ total: 1, met: 0, open: 1, breached: 0 })
    expect(figures(rows, 'response')).toMatchObject({ total: 1, open: 1 })
  })

  test('is one clock however often it comes back', () => {
    const often = Array.from(
      { length: 5 },
      (_, day) => `
        A|2026-05-04T09:00|2026-05-0${day + 4}T09:00|Work|P3
        A|2026-05-04T09:00|2026-05-0${day + 4}T10:00|Done|P3`,
    ).join('')
    expect(figures(often, 'resolution', 'low')).toMatchObject({ total: 1, met: 1, p50: hours(5) })
  })
})

describe('a change of priority', () => {
  test('edge 30: counts from the original start, and a breach that it causes is one at once', () => {
    // Response of low: 8 hours, of critical: 2. After 3 hours it becomes critical, after 3.5 it is answered.
    const raised = `
      A|2026-05-04T09:00|2026-05-04T09:00|New|P3
      A|2026-05-04T09:00|2026-05-04T12:00|New|P1
      A|2026-05-04T09:00|2026-05-04T12:30|Work|P1`
    expect(figures(raised, 'response', 'critical')).toMatchObject({
      total: 1,
      breached: 1,
      p50: hours(3.5),
    })
    expect(figures(raised, 'response', 'low')).toMatchObject({ total: 0 })
  })

  test('downwards does not undo a breach under the earlier target', () => {
    // Critical for 3 hours (2 were allowed), then low (8), answered after 4.
    const lowered = `
      A|2026-05-04T09:00|2026-05-04T09:00|New|P1
      A|2026-05-04T09:00|2026-05-04T12:00|New|P3
      A|2026-05-04T09:00|2026-05-04T13:00|Work|P3`
    expect(figures(lowered, 'response', 'low')).toMatchObject({ total: 1, met: 0, breached: 1 })
    const inTime = lowered.replace('12:00', '10:59')
    expect(figures(inTime, 'response', 'low')).toMatchObject({ total: 1, met: 1, breached: 0 })
  })

  test('after the answer leaves the answer as it was, and the case counts under its last priority', () => {
    const later = `
      A|2026-05-04T09:00|2026-05-04T09:00|New|P3
      A|2026-05-04T09:00|2026-05-04T14:00|Work|P3
      A|2026-05-04T09:00|2026-05-04T15:00|Work|P1`
    expect(figures(later, 'response', 'critical')).toMatchObject({
      total: 1,
      met: 1,
      p50: hours(5),
    })
  })

  test('edge 13: keeps the pauses that were', () => {
    // Worked 09:00 to 10:00, waited until 16:00, worked on; critical (4 hours) from 17:00; done 18:30: 3.5 hours used.
    const kept = `
      A|2026-05-04T09:00|2026-05-04T09:00|Work|P2
      A|2026-05-04T09:00|2026-05-04T10:00|Waiting|P2
      A|2026-05-04T09:00|2026-05-04T16:00|Work|P2
      A|2026-05-04T09:00|2026-05-04T17:00|Work|P1
      A|2026-05-04T09:00|2026-05-04T18:30|Done|P1`
    expect(figures(kept, 'resolution', 'critical')).toMatchObject({ met: 1, p50: hours(3.5) })
  })
})

describe('a cancelled case', () => {
  const cancelled = `
    A|2026-05-04T09:00|2026-05-04T09:00|New|P2
    A|2026-05-04T09:00|2026-05-04T10:00|Dropped|P2
    B|2026-05-04T09:00|2026-05-04T23:00|New|P1`

  test('leaves the measures and is counted', () => {
    expect(figures(cancelled, 'response')).toMatchObject({ total: 0, open: 0, cancelled: 1 })
    expect(figures(cancelled, 'resolution')).toMatchObject({ total: 0, cancelled: 1 })
  })

  test('that comes back was not cancelled', () => {
    const back = `${cancelled}
      A|2026-05-04T09:00|2026-05-04T11:00|Work|P2
      A|2026-05-04T09:00|2026-05-04T12:00|Done|P2`
    expect(figures(back, 'response')).toMatchObject({
      total: 1,
      met: 1,
      cancelled: 0,
      p50: hours(2),
    })
  })

  test('keeps a promise that was kept before', () => {
    const answered = cancelled.replace(
      'A|2026-05-04T09:00|2026-05-04T10:00|Dropped',
      'A|2026-05-04T09:00|2026-05-04T09:30|Work|P2\nA|2026-05-04T09:00|2026-05-04T10:00|Dropped',
    )
    expect(figures(answered, 'response')).toMatchObject({ total: 1, met: 1, cancelled: 0 })
    expect(figures(answered, 'resolution')).toMatchObject({ total: 0, cancelled: 1 })
  })
})

describe('what meets a promise', () => {
  const header = 'case|opened|at|state|priority|act|owner|done'
  const rows = `
    A|2026-05-04T09:00|2026-05-04T09:00|New|P2|created|-|-
    A|2026-05-04T09:00|2026-05-04T10:00|New|P2|auto-mail|-|-
    A|2026-05-04T09:00|2026-05-04T11:00|New|P2|note|Mira|-
    A|2026-05-04T09:00|2026-05-04T12:00|New|P2|reply|Jonas|2026-05-04T12:45`
  const base = sampleMappingWith()
  const answeredAfter = (response: object): number | null | undefined => {
    const mapping = sampleMappingWith({
      columns: { ...base.columns, act: 'act' },
      response: response as NonNullable<typeof base.response>,
    })
    const log = sampleLog(
      `${rows}\nB|2026-05-04T09:00|2026-05-04T20:00|New|P1|-|-|-`,
      mapping,
      header,
    )
    return sampleSimulation(log, sampleAgreement(), mapping).report.clocks['high']?.response.p50
  }

  test('an act, a value, a column that is filled or changes, or a time that a column holds', () => {
    expect(answeredAfter({ metBy: { acts: ['reply'] } })).toBe(hours(3))
    expect(answeredAfter({ metBy: { acts: 'created' } })).toBe(0)
    expect(answeredAfter({ metBy: { column: { name: 'owner', equals: 'Jonas' } } })).toBe(hours(3))
    expect(answeredAfter({ metBy: { column: { name: 'owner', filled: true } } })).toBe(hours(2))
    expect(answeredAfter({ metBy: { column: { name: 'owner', changed: true } } })).toBe(hours(2))
    expect(answeredAfter({ metBy: { column: { name: 'done', holds: 'time' } } })).toBe(hours(3.75))
  })

  test('of several the first', () => {
    const both = { metBy: { acts: ['reply'], column: { name: 'owner', filled: true } } }
    expect(answeredAfter(both)).toBe(hours(2))
  })

  test('nothing else: then it stays open', () => {
    expect(answeredAfter({ metBy: { acts: ['call'] } })).toBeNull()
  })
})
