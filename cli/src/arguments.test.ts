import { describe, expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

const form = {
  command: 'audit',
  options: {
    output: { type: 'string', short: 'o' },
    only: { type: 'string', multiple: true },
    force: { type: 'boolean' },
  },
  operands: { name: 'FILE', required: 1, most: 2 },
} as const

describe('arguments', () => {
  test('are read in any order, in both spellings', () => {
    const read = readArguments(
      ['-o', 'x.yaml', 'a', '--only=b', '--only', 'c', '--force', '--json'],
      form,
    )
    expect(read).toMatchObject({
      ok: true,
      value: { values: { output: 'x.yaml', only: ['b', 'c'], force: true }, operands: ['a'] },
    })
  })

  test('after -- everything is an operand', () => {
    expect(readArguments(['--', '--output'], form)).toMatchObject({
      ok: true,
      value: { operands: ['--output'] },
    })
  })

  test.each([
    [['a', '--ouput', 'x'], 'arguments.unknown-option', '--output'],
    [['a', '--quiet'], 'arguments.unknown-option', 'entente audit --help'],
    [['a', '-x'], 'arguments.unknown-option', 'entente audit --help'],
    [['a', '--output'], 'arguments.missing-value', '--output VALUE'],
    [['a', '--output', '--force'], 'arguments.missing-value', '--output VALUE'],
    [['a', '--force=yes'], 'arguments.unexpected-value', '--force'],
    [[], 'arguments.missing-operand', 'entente audit FILE'],
    [['a', 'b', 'c'], 'arguments.too-many-operands', 'quotes'],
  ])('%j is refused', (argv, code, fix) => {
    const read = readArguments(argv, form)
    expect(read).toMatchObject({ ok: false, refusal: { code, fix: expect.stringContaining(fix) } })
  })
})
