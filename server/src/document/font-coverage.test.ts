import { expect, test } from 'vitest'
import { coverageOf } from './font-coverage.ts'
import { chooseFonts, readFonts } from './typst-fonts.ts'

const has = (fonts: readonly Buffer[], letter: string): boolean =>
  fonts.some((font) => coverageOf(font)(letter.codePointAt(0) ?? 0))

test('a font has the letters of its script and no others', async () => {
  const latin = await readFonts(chooseFonts('a', []))
  for (const letter of 'AßŁğλЯ€–✓') expect(has(latin, letter)).toBe(true)
  for (const letter of '社로ر🙂Հ') expect(has(latin, letter)).toBe(false)
})

test('every script that is chosen for is covered, in both forms of the table', async () => {
  const sample = '社龍骨ロ로شר หท र'.replaceAll(' ', '')
  const fonts = await readFonts(chooseFonts(sample, []))
  for (const letter of sample) expect(has(fonts, letter)).toBe(true)
  expect(has(fonts, '𠮷')).toBe(false)
})

test('a file without the table covers nothing', () => {
  expect(coverageOf(Buffer.alloc(64))(0x41)).toBe(false)
})
