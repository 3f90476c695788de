import { applyPatch } from '@entente/domain/coverage/json-patch.ts'
import type { Json } from '@entente/domain/coverage/json.ts'
import type { PatchOperation } from '@entente/domain/agreement/finding.ts'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { patchYaml } from './patch-yaml.ts'

const text = `# Signed in Brevik, see the minutes.
format: entente/agreement@1
id: larkfield-brevik # never change this
parties:
  vendor: {name: Larkfield Robotics}
  partner: {name: "Brevik Automation"}

# What we promise
targets:
- kind: case.response
  byPriority:
    critical: 4 hours # agreed on the telephone
    high: '8 hours'
- kind: case.resolution
  target: 2 days

term:
  notice: {period: 90 days}
`

const patched = (patch: readonly PatchOperation[], source = text): string => {
  const result = patchYaml(source, patch)
  const expected = applyPatch(parse(source) as Json, patch)
  if (!expected.ok) throw new Error(expected.refusal.sentence)
  expect(parse(result)).toEqual(expected.value)
  return result
}

describe('a patch on YAML', () => {
  test('changes one value and nothing else', () => {
    const result = patched([
      { op: 'replace', path: '/targets/0/byPriority/critical', value: '4 business hours' },
    ])
    expect(result).toBe(text.replace('critical: 4 hours #', 'critical: 4 business hours #'))
  })

  test.each([80, 100])('keeps texts folded where the writer folds them, about %i', (width) => {
    const words =
      'What goes beyond the written order is a change and is offered in writing with its price. '
    const long = stringify(
      { id: 'a', delivery: { change: words.repeat(3).trim() } },
      { lineWidth: width },
    )
    const result = patched([{ op: 'replace', path: '/id', value: 'b' }], long)
    expect(result).toBe(long.replace('id: a', 'id: b'))
  })

  test('keeps the quotes of a value it replaces', () => {
    const result = patched([
      { op: 'replace', path: '/targets/0/byPriority/high', value: '8 business hours' },
    ])
    expect(result).toContain(`high: '8 business hours'`)
  })

  test('puts a new section where the form has it, with the comments where they were', () => {
    const result = patched([
      { op: 'add', path: '/priorities', value: [{ id: 'critical', label: 'Critical' }] },
      { op: 'add', path: '/targets/0/metBy', value: ['public-reply'] },
    ])
    expect(result.indexOf('priorities:')).toBeLessThan(result.indexOf('targets:'))
    expect(result).toContain('metBy: [public-reply]')
    for (const comment of text.match(/#.*/g) ?? []) expect(result).toContain(comment)
  })

  test('adds to, takes from and moves inside lists and groups', () => {
    const result = patched([
      { op: 'add', path: '/targets/-', value: { kind: 'lead.contact', target: '1 business day' } },
      { op: 'add', path: '/targets/0', value: { kind: 'lead.acceptance', target: '1 day' } },
      { op: 'remove', path: '/targets/1/byPriority/high' },
      { op: 'move', from: '/term/notice', path: '/term/other' },
      { op: 'copy', from: '/parties/vendor', path: '/parties/second' },
      { op: 'test', path: '/id', value: 'larkfield-brevik' },
      { op: 'replace', path: '/parties/partner', value: { name: 'Other' } },
    ])
    expect(result).toContain('# Signed in Brevik, see the minutes.')
  })

  test('writes a repeated value out, so that the edit of one place stays there', () => {
    const source = 'a: &same {x: 1, y: [1, 2]}\nb: *same\n'
    const result = patched([{ op: 'replace', path: '/b/x', value: 2 }], source)
    expect(parse(result)).toEqual({ a: { x: 1, y: [1, 2] }, b: { x: 2, y: [1, 2] } })
    expect(result).not.toMatch(/[&*]same/)
  })
})
