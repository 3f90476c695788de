import { expect, test } from 'vitest'
import { readPriority } from './priority-words.ts'

test.each([
  ['Critical', 'critical', 1, undefined],
  ['P1 – Critical', 'critical', 1, undefined],
  ['Critical (P1)', 'critical', 1, undefined],
  ['P2', 'p2', 2, undefined],
  ['Severity 3', 'severity-3', 3, undefined],
  ['Sev 1', 'sev-1', 1, undefined],
  ['Moderate', 'moderate', 3, undefined],
  ['High priority', 'high', 2, undefined],
  ['High: a main function fails', 'high', 2, 'a main function fails'],
  ['Kritisch', 'kritisch', 1, undefined],
])('%s', (text, id, rank, definition) => {
  const read = readPriority(text)
  expect([read?.id, read?.rank, read?.definition]).toEqual([id, rank, definition])
})

test('a bare number is a priority only where a header says so', () => {
  expect(readPriority('1')).toBeUndefined()
  expect(readPriority('1', true)?.id).toBe('priority-1')
})

test.each(['Response', 'Channel Manager', '4 hours', 'Low-code platform'])(
  'no priority: %s',
  (text) => {
    expect(readPriority(text)).toBeUndefined()
  },
)
