import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleLog, sampleMappingWith } from './sample-log.ts'

const good = 'A|2026-05-04T09:00|2026-05-04T10:00|New|P2'

const unused = (row: string, until?: number) => {
  const log = sampleLog(`${good}\n${row}`, sampleMappingWith(), undefined, until)
  expect(log.counts.used + log.unused.total).toBe(log.counts.rows)
  return log.unused.list()[0]
}

describe('a row is left out and accounted for:', () => {
  test.each([
    ['too few columns', 'A|2026-05-04T09:00|2026-05-04T10:30|New', 'row.wrong-column-count', ''],
    ['too many columns', `${good}|x`, 'row.wrong-column-count', ''],
    ['no case', '|2026-05-04T09:00|2026-05-04T10:30|New|P2', 'row.no-case', 'case'],
    ['no time', 'A|2026-05-04T09:00|-|New|P2', 'row.no-time', 'at'],
    [
      'an unreadable time',
      'A|2026-05-04T09:00|2026-02-30T10:30|New|P2',
      'row.unreadable-time',
      'at',
    ],
    [
      'an unreadable opening',
      'A|9 o’clock|2026-05-04T10:30|New|P2',
      'row.unreadable-time',
      'opened',
    ],
    [
      'an unknown state',
      'A|2026-05-04T09:00|2026-05-04T10:30|Parked|P2',
      'row.unknown-state',
      'state',
    ],
    [
      'an unknown priority',
      'A|2026-05-04T09:00|2026-05-04T10:30|New|P9',
      'row.unknown-priority',
      'priority',
    ],
    [
      'edge 32: a row before the opening',
      'A|2026-05-04T09:00|2026-05-04T08:59|Done|P2',
      'row.before-opening',
      'at',
    ],
    ['edge 31: the same row again', good, 'row.duplicate', 'at'],
  ])('%s', (_, row, code, column) => {
    expect(unused(row)).toMatchObject({ code, column, row: 2, line: 3 })
  })

  test('a row after the instant until which the log is read', () => {
    const until = Temporal.Instant.from('2026-05-04T10:29Z').epochMilliseconds
    expect(unused('A|2026-05-04T09:00|2026-05-04T10:30|New|P2', until)?.code).toBe(
      'row.after-until',
    )
    expect(unused('A|2026-05-04T09:00|2026-05-04T10:29|New|P2', until)).toBeUndefined()
  })

  test('the list is limited for each reason, the counts are not', () => {
    const log = sampleLog(
      Array.from({ length: 250 }, (_, i) => `A|-|2026-02-30|New|P${i % 2}`).join('\n'),
    )
    expect(log.unused.list().length).toBe(100)
    expect(log.unused.counts()).toEqual({ 'row.unreadable-time': 250 })
  })

  test('a case of which nothing could be used is counted', () => {
    const { counts } = sampleLog(`${good}\nB|-|soon|New|P2\nB|-|soon|New|P2\nA|-|soon|New|P2`)
    expect(counts).toMatchObject({ cases: 1, casesWithoutUsableRow: 1, rows: 4, used: 1 })
  })
})

test('a missing state or priority says nothing and is no fault', () => {
  const log = sampleLog(`${good}\nA|-|2026-05-04T11:00|-|\nA||2026-05-04T12:00||-`)
  expect(log.unused.total).toBe(0)
})

test('rows that differ in a column that the mapping does not use are no repeats', () => {
  const header = 'case|opened|at|state|priority|comment'
  const log = sampleLog(`${good}|one\n${good}|two\n${good}|one`, sampleMappingWith(), header)
  expect(log.unused.counts()).toEqual({ 'row.duplicate': 1 })
})

test('a case without a column of openings opens with its first row in time', () => {
  const { columns } = sampleMappingWith()
  const { openedAt: _, ...rest } = columns
  const log = sampleLog(
    'A|x|2026-05-04T11:00|New|P2\nA|x|2026-05-04T10:00|New|P2',
    sampleMappingWith({ columns: rest }),
  )
  expect(log.openedAt[0]).toBe(Temporal.Instant.from('2026-05-04T10:00Z').epochMilliseconds)
  expect(log.counts.rowsOutOfOrder).toBe(1)
})

test('every row is used or accounted for, whatever the cells hold', () => {
  const cell = constantFrom(
    '',
    '-',
    'A',
    'B',
    '2026-05-04T09:00',
    '2026-05-04T08:00',
    'New',
    'Done',
    'P2',
    '?',
  )
  const row = array(cell, { minLength: 4, maxLength: 6 }).map((cells) => cells.join('|'))
  assert(
    property(array(row, { maxLength: 30 }), (rows) => {
      const text = rows.filter((one) => one.trim() !== '')
      const { counts, unused: left, starts, ends } = sampleLog(text.join('\n'))
      let kept = 0
      for (const [c, end] of ends.entries()) kept += end - (starts[c] ?? 0)
      expect(counts.rows).toBe(text.length)
      expect(counts.used).toBe(kept)
      expect(counts.used + left.total).toBe(counts.rows)
    }),
  )
})
