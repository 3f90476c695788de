import { expect, test } from 'vitest'
import { readMark } from './matrix-marks.ts'

const kindOf = (text: string) => {
  const mark = readMark(text)?.mark
  return mark?.kind === 'raci' ? mark.letters.join('') : mark?.kind
}

test.each([
  ['✓', 'tick'],
  ['✔️', 'tick'],
  ['☑', 'tick'],
  ['☒', 'tick'],
  ['x', 'tick'],
  ['X', 'tick'],
  ['yes', 'tick'],
  ['•', 'tick'],
  ['\uf0fc', 'tick'],
  ['[x]', 'tick'],
  ['', 'nothing'],
  ['-', 'cross'],
  ['✗', 'cross'],
  ['☐', 'cross'],
  ['no', 'cross'],
  ['R', 'R'],
  ['a/r', 'AR'],
  ['RA', 'RA'],
  ['R, A', 'RA'],
  ['R (A)', 'RA'],
  ['I*', 'I'],
  ['Accountable', 'A'],
  ['Lead', 'AR'],
  ['Support', 'R'],
  ['consulted', 'C'],
  ['maybe', undefined],
  ['Channel Manager', undefined],
])('%j is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test('a remark behind a tick is kept', () => {
  expect(readMark('✓ (EMEA only)')).toEqual({ mark: { kind: 'tick' }, rest: 'EMEA only' })
})
