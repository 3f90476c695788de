import { beforeAll, describe, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { simulateLog, type SimulationResult } from './simulate-log.ts'

/**
 * The example of docs/simulation.md, worked out by hand. Larkfield's office is open Monday to Friday, 09:00 to 17:00 in
 * Berlin; Monday 25 May 2026 is a holiday. The log ends on Monday 1 June at 17:00.
 */
const example = (name: string): string =>
  fileURLToPath(new URL(`../../../docs/examples/simulate/${name}`, import.meta.url))

const hours = (count: number): number => count * 3600

let result: SimulationResult

beforeAll(async () => {
  const answer = await simulateLog({
    agreement: example('agreement.yaml'),
    against: example('agreement-next.yaml'),
    log: example('log.csv'),
    map: example('map.yaml'),
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals))
  result = answer.value.result
})

describe('critical: 2 business hours to answer, 8 to resolve', () => {
  // C-103, Monday: answered 12:30 after 3.5 h, late. Resolved 16:00 after 7 h; Closed on Tuesday changes nothing;
  //   reopened Wednesday 09:00, resolved 11:00: 9 h in all, due at 10:00, late.
  // C-105, Tuesday 09:00 as medium (8 h to answer), critical from 11:45: 2.75 h are used, breached at once; answered
  //   12:45 after 3.75 h. Resolved 14:30 after 5.5 h.
  test('responses: 3.5 h and 3.75 h', () => {
    expect(result.clocks['critical']?.response).toMatchObject({
      total: 2,
      met: 0,
      breached: 2,
      metLate: 2,
      open: 0,
      compliance: 0,
      p50: hours(3.625),
      p90: hours(3.725),
    })
  })

  test('resolutions: 9 h late, 5.5 h', () => {
    expect(result.clocks['critical']?.resolution).toMatchObject({
      total: 2,
      met: 1,
      breached: 1,
      reopened: 1,
      p50: hours(7.25),
      p90: hours(8.65),
    })
  })
})

describe('high: 4 business hours to answer, 16 to resolve', () => {
  // C-101, Friday 16:00 before the long weekend: answered Tuesday 10:00 after 1 + 1 h, resolved 17:00 after 9 h.
  // C-106, Thursday 15:00: answered after half an hour; open at the end after 2 + 8 + 8 = 18 h, due Monday 15:00.
  // C-109, Tuesday 09:00: answered after half an hour; waiting for a supplier is no pause that the agreement allows,
  //   so it is resolved after 8 + 8 + 1 = 17 h, due Wednesday 17:00.
  test('responses: 2 h and twice half an hour', () => {
    expect(result.clocks['high']?.response).toMatchObject({
      total: 3,
      met: 3,
      breached: 0,
      p50: hours(0.5),
      p90: hours(1.7),
    })
  })

  test('resolutions: 9 h, 17 h late, one open past due', () => {
    expect(result.clocks['high']?.resolution).toMatchObject({
      total: 3,
      met: 1,
      breached: 2,
      open: 1,
      openBreached: 1,
      p50: hours(13),
      p90: hours(16.2),
    })
    expect(result.notes.join('\n')).toContain('"waiting-for-supplier": 1 pause of the log')
  })
})

describe('medium: 8 business hours to answer, 5 business days to resolve', () => {
  // C-102, Wednesday 10:00: answered 11:00. Counts 7 + 3 h, waits from Thursday 12:00 over the long weekend to
  //   Wednesday 12:00, counts 5 + 1 h: 16 h.
  // C-107, Friday 10:00: never answered, 7 + 8 = 15 h at the end; its resolution is due on Friday 5 June.
  test('responses: 1 h, one open past due', () => {
    expect(result.clocks['medium']?.response).toMatchObject({
      total: 2,
      met: 1,
      breached: 1,
      open: 1,
      openBreached: 1,
      p50: hours(1),
    })
  })

  test('resolutions: 16 h, one open', () => {
    expect(result.clocks['medium']?.resolution).toMatchObject({
      total: 2,
      met: 1,
      breached: 0,
      open: 1,
      openBreached: 0,
      p50: hours(16),
    })
  })
})

describe('low: 16 business hours to answer, 10 calendar days to resolve', () => {
  // C-104, Saturday 13:00: counts from Monday 09:00, answered 09:30. Resolved on Tuesday 26 May 13:00, the due instant.
  // C-108 was cancelled after an hour. C-113, Monday 1 June 16:00: answered after an hour, open.
  test('responses: half an hour, an hour, one cancelled', () => {
    expect(result.clocks['low']?.response).toMatchObject({
      total: 2,
      met: 2,
      cancelled: 1,
      p50: hours(0.75),
      p90: hours(0.95),
    })
  })

  test('resolutions: met at the due instant after ten days, one open, one cancelled', () => {
    expect(result.clocks['low']?.resolution).toMatchObject({
      total: 2,
      met: 1,
      breached: 0,
      open: 1,
      cancelled: 1,
      p50: 864_000,
    })
  })
})

test('who would have been called', () => {
  // Level 1 at 75 %: responses C-103 (10:30) and C-107 (Friday 16:00); resolutions C-103 (Monday 15:00), C-106 and C-109
  //   (12 h), and C-104 (7.5 days, a Sunday at one in the morning: called at the next opening, Tuesday 09:00).
  //   C-105's answer was covered: at 11:45 it had passed level 2 as well.
  // Level 2 at breach: responses C-103, C-105, C-107; resolutions C-103, C-106, and C-109, which broke at closing and
  //   was called the next morning. Level 3 at 150 %: responses C-103 (12:00), C-105 (12:00), C-107 (Monday 14:00).
  expect(result.escalations).toMatchObject({
    1: { count: 6, covered: 1, people: ['Ines Varga'], byPromise: { response: 2, resolution: 4 } },
    2: { count: 6, people: ['Tomas Ohler'], byPromise: { response: 3, resolution: 3 } },
    3: { count: 3, people: [], title: 'VP operations', byPromise: { response: 3, resolution: 0 } },
    4: { count: 0 },
  })
})

test('the next agreement: 20 h for high, 2 business days for medium', () => {
  // High: C-106 (18 h) and C-109 (17 h) are in time. Medium: C-102 falls due on Friday 22 May 10:00, 6 h after the pause
  //   began; the pause moves it to Thursday 28 May 10:00, when it is met. C-107 falls due on Tuesday.
  expect(result.against?.clocks['high']?.resolution).toMatchObject({ met: 2, breached: 0, open: 1 })
  expect(result.against?.clocks['medium']?.resolution).toMatchObject({ met: 1, breached: 0 })
  expect(result.difference?.clocks['high']?.resolution).toMatchObject({ met: 1, breached: -2 })
  expect(result.difference?.cases.resolution).toMatchObject({
    newlyBreached: 0,
    noLongerBreached: 2,
  })
})

test('the worst is told with its instants', () => {
  expect(result.worst[0]).toMatchObject({ case: 'C-105', promise: 'response', share: 1.875 })
  expect(result.worst.find((one) => one.case === 'C-103' && one.promise === 'resolution')).toEqual({
    case: 'C-103',
    priority: 'critical',
    promise: 'resolution',
    outcome: 'met late',
    openedAt: '2026-05-18T07:00:00Z',
    dueAt: '2026-05-20T08:00:00Z',
    metAt: '2026-05-20T09:00:00Z',
    used: hours(9),
    budget: hours(8),
    lateBy: hours(1),
    share: 1.125,
    runs: 2,
  })
})

test('every row is used or listed with its line and reason', () => {
  expect(result.log).toMatchObject({ rows: 40, used: 33, unusedRows: 7, cases: 10 })
  expect(result.unused.map(({ line, code }) => [line, code])).toEqual([
    [34, 'row.unreadable-time'],
    [35, 'row.unknown-state'],
    [36, 'row.unknown-priority'],
    [37, 'row.before-opening'],
    [38, 'row.duplicate'],
    [39, 'row.no-case'],
    [40, 'row.wrong-column-count'],
  ])
})
