import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { printable, printableData } from './printable.ts'

test('what turns the direction of writing, or has no shape, is shown as its code point', () => {
  expect(printable('pay \u202E001 \u2066now')).toBe('pay ‹U+202E›001 ‹U+2066›now')
  expect(printable('a\u0000b\u001Bc\uFEFF')).toBe('a‹U+0000›b‹U+001B›c‹U+FEFF›')
  expect(printable('half \uD83D pair')).toBe('half ‹U+D83D› pair')
})

test('line breaks of every kind are one, tabs and letters of every script stay', () => {
  expect(printable('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd\te')
  expect(printable('株式会社 शर्मा عربي 🙂 ñ')).toBe('株式会社 शर्मा عربي 🙂 ñ')
})

test('nothing that XML or a reader trips over is left, and printing twice changes nothing', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const once = printable(text)
      expect(once).not.toMatch(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u)
      expect(once.isWellFormed()).toBe(true)
      expect(printable(once)).toBe(once)
    }),
  )
})

test('data keeps its shape', () => {
  expect(printableData({ a: ['\u0007', 1, null, undefined, true] })).toEqual({
    a: ['‹U+0007›', 1, null, undefined, true],
  })
})
