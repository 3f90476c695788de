import { expect, test } from 'vitest'
import { csvCell } from './cases-csv.ts'

test.each([
  ['plain', 'INC-1', 'INC-1'],
  ['a formula', '=1+2', "'=1+2"],
  ['a formula by plus', '+1', "'+1"],
  ['a formula by minus', '-cmd', "'-cmd"],
  ['a function', '@SUM(A1)', "'@SUM(A1)"],
  ['a formula behind a tab', '\t=1', "'\t=1"],
  ['a formula behind a space', ' =1', "' =1"],
  ['a comma', 'a,b', '"a,b"'],
  ['a quote', 'say "hi"', '"say ""hi"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a formula with a comma', '=HYPERLINK("x",1)', `"'=HYPERLINK(""x"",1)"`],
  ['a number', -3.5, '-3.5'],
])('%s', (_, value, written) => {
  expect(csvCell(value)).toBe(written)
})
