import { describe, expect, test } from 'vitest'
import { percentText } from './words.ts'

describe('a share as percent', () => {
  test.each([
    [null, '–'],
    [0, '0.0 %'],
    [1, '100.0 %'],
    [6 / 9, '66.7 %'],
    [1 / 3, '33.3 %'],
    [0.29, '29.0 %'],
    [0.0625, '6.3 %'],
  ])('%s reads as %s, rounded as people do', (share, text) => {
    expect(percentText(share)).toBe(text)
  })

  test('only all of it reads as 100.0 %, and only nothing as 0.0 %', () => {
    expect(percentText(9999 / 10_000)).toBe('99.9 %')
    expect(percentText(1 / 10_000)).toBe('0.1 %')
  })
})
