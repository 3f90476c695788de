import { describe, expect, test } from 'vitest'
import { asTyped, capturedOutput, colours, safeForTerminal, wantsColour } from './output.ts'
import { refuse } from './refusals.ts'

describe('colours', () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, false],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j on a terminal (%s): %s', (environment, isTerminal, wanted) => {
    expect(wantsColour(environment, isTerminal)).toBe(wanted)
  })

  test('nothing is painted where nobody wants it', () => {
    expect(colours(false).red('a')).toBe('a')
    expect(colours(true).red('a')).toBe('\u001B[31ma\u001B[39m')
  })
})

describe('text of somebody else', () => {
  const hostile = 'a\u001B[2Jb\u001B]0;title\u0007c\u009B31m\r'

  test('cannot clear, rename or overwrite a terminal', () => {
    const shown = 'a‹U+001B›[2Jb‹U+001B›]0;title‹U+0007›c‹U+009B›31m‹U+000D›'
    expect(safeForTerminal(hostile, true)).toBe(shown)
    expect(safeForTerminal(hostile, false)).toBe(shown)
  })

  test('cannot turn the direction of writing, nor pretend to be a line of ours', () => {
    expect(safeForTerminal('a\u202Eb\u2066', true)).toBe('a‹U+202E›b‹U+2066›')
    const out = capturedOutput()
    refuse(out, [{ code: 'a.b', file: 'x\nholds y', line: 1, column: 1, sentence: 'No.', fix: '' }])
    expect(out.errors()).toBe('x holds y:1:1: No.\n')
  })

  test('stands in quotes where a command shows it', () => {
    expect(asTyped('partners/brevik-2.yaml')).toBe('partners/brevik-2.yaml')
    expect(asTyped("Brevik's; rm")).toBe(String.raw`'Brevik'\''s; rm'`)
  })

  test('keeps its letters, tabs and lines; our colours pass where there are colours', () => {
    const { red, bold } = colours(true)
    const text = `${bold('東京')}\t${red('é')}\n`
    expect(safeForTerminal(text, true)).toBe(text)
    expect(safeForTerminal(text, false)).toBe('東京\té\n')
  })
})

describe('refusals', () => {
  const refusal = { code: 'a.b', file: 'x.yaml', line: 3, column: 7, sentence: 'No.', fix: 'Yes.' }

  test('name the place and the fix, on stderr', () => {
    const out = capturedOutput()
    expect(refuse(out, [refusal])).toBe(2)
    expect(out.errors()).toBe('x.yaml:3:7: No.\n  fix: Yes.\n')
    expect(out.text()).toBe('')
  })

  test('name a file without a place, once', () => {
    const out = capturedOutput()
    refuse(out, [
      { code: 'a.b', file: 'x.yaml', sentence: 'Too large.', fix: '' },
      { code: 'a.b', file: 'x.yaml', sentence: 'There is no file x.yaml.', fix: '' },
    ])
    expect(out.errors()).toBe('x.yaml: Too large.\nentente: There is no file x.yaml.\n')
  })

  test('as JSON are the result', () => {
    const out = capturedOutput({ json: true })
    expect(refuse(out, [refusal])).toBe(2)
    expect(JSON.parse(out.text())).toEqual({ refusals: [refusal] })
    expect(out.errors()).toBe('')
  })
})
