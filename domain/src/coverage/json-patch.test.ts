import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PatchOperation } from '../agreement/finding.ts'
import type { Json } from './json.ts'
import { applyPatch } from './json-patch.ts'
import { pointer } from '../agreement/pointer.ts'
import { readPointer } from './patch-pointer.ts'

type Vector = readonly [name: string, before: Json, patch: readonly unknown[], after: Json]

/** Appendix A of RFC 6902, in its numbering, and the pointers of RFC 6901 that people get wrong. */
const vectors: readonly Vector[] = [
  [
    'A.1 add a member',
    { foo: 'bar' },
    [{ op: 'add', path: '/baz', value: 'qux' }],
    { baz: 'qux', foo: 'bar' },
  ],
  [
    'A.2 add an element',
    { foo: ['bar', 'baz'] },
    [{ op: 'add', path: '/foo/1', value: 'qux' }],
    { foo: ['bar', 'qux', 'baz'] },
  ],
  [
    'A.3 remove a member',
    { baz: 'qux', foo: 'bar' },
    [{ op: 'remove', path: '/baz' }],
    { foo: 'bar' },
  ],
  [
    'A.4 remove an element',
    { foo: ['bar', 'qux', 'baz'] },
    [{ op: 'remove', path: '/foo/1' }],
    { foo: ['bar', 'baz'] },
  ],
  [
    'A.5 replace',
    { baz: 'qux', foo: 'bar' },
    [{ op: 'replace', path: '/baz', value: 'boo' }],
    { baz: 'boo', foo: 'bar' },
  ],
  [
    'A.6 move a value',
    { foo: { bar: 'baz', waldo: 'fred' }, qux: { corge: 'grault' } },
    [{ op: 'move', from: '/foo/waldo', path: '/qux/thud' }],
    { foo: { bar: 'baz' }, qux: { corge: 'grault', thud: 'fred' } },
  ],
  [
    'A.7 move an element',
    { foo: ['all', 'grass', 'cows', 'eat'] },
    [{ op: 'move', from: '/foo/1', path: '/foo/3' }],
    { foo: ['all', 'cows', 'eat', 'grass'] },
  ],
  [
    'A.8 test that holds',
    { baz: 'qux', foo: ['a', 2, 'c'] },
    [
      { op: 'test', path: '/baz', value: 'qux' },
      { op: 'test', path: '/foo/1', value: 2 },
    ],
    { baz: 'qux', foo: ['a', 2, 'c'] },
  ],
  ['A.9 test that fails', { baz: 'qux' }, [{ op: 'test', path: '/baz', value: 'bar' }], 'refused'],
  [
    'A.10 add a nested object',
    { foo: 'bar' },
    [{ op: 'add', path: '/child', value: { grandchild: {} } }],
    { foo: 'bar', child: { grandchild: {} } },
  ],
  [
    'A.11 unknown fields of an operation are ignored',
    { foo: 'bar' },
    [{ op: 'add', path: '/baz', value: 'qux', xyz: 123 }],
    { foo: 'bar', baz: 'qux' },
  ],
  [
    'A.12 add to a place that does not exist',
    { foo: 'bar' },
    [{ op: 'add', path: '/baz/bat', value: 'qux' }],
    'refused',
  ],
  [
    'A.14 escapes in order',
    { '/': 9, '~1': 10 },
    [{ op: 'test', path: '/~01', value: 10 }],
    { '/': 9, '~1': 10 },
  ],
  [
    'A.15 a number is not its text',
    { '/': 9, '~1': 10 },
    [{ op: 'test', path: '/~01', value: '10' }],
    'refused',
  ],
  [
    'A.16 add to the end',
    { foo: ['bar'] },
    [{ op: 'add', path: '/foo/-', value: ['abc', 'def'] }],
    { foo: ['bar', ['abc', 'def']] },
  ],
  ['copy', { a: { b: 1 } }, [{ op: 'copy', from: '/a', path: '/c' }], { a: { b: 1 }, c: { b: 1 } }],
  ['the whole document', { a: 1 }, [{ op: 'replace', path: '', value: [1] }], [1]],
  ['an index past the end', { foo: [1] }, [{ op: 'add', path: '/foo/2', value: 1 }], 'refused'],
  [
    'an index with a leading zero',
    { foo: [1, 2] },
    [{ op: 'replace', path: '/foo/01', value: 1 }],
    'refused',
  ],
  [
    'the end cannot be replaced',
    { foo: [1, 2] },
    [{ op: 'replace', path: '/foo/-', value: 1 }],
    'refused',
  ],
  [
    'a value moved into itself',
    { foo: { bar: 1 } },
    [{ op: 'move', from: '/foo', path: '/foo/bar' }],
    'refused',
  ],
  ['an inherited name', {}, [{ op: 'replace', path: '/toString', value: 1 }], 'refused'],
  ['a poisoned prototype', {}, [{ op: 'add', path: '/__proto__/polluted', value: 1 }], 'refused'],
  [
    'a poisoned constructor',
    {},
    [{ op: 'add', path: '/constructor/prototype', value: 1 }],
    'refused',
  ],
  ['a lone tilde', { '~': 1 }, [{ op: 'remove', path: '/~' }], 'refused'],
  ['no leading slash', { a: 1 }, [{ op: 'remove', path: 'a' }], 'refused'],
  ['an unknown operation', { a: 1 }, [{ op: 'delete', path: '/a' }], 'refused'],
  [
    'all or nothing',
    { a: 1 },
    [
      { op: 'remove', path: '/a' },
      { op: 'remove', path: '/a' },
    ],
    'refused',
  ],
]

describe('a JSON Patch', () => {
  test.each(vectors)('%s', (_, before, patch, after) => {
    const given = JSON.stringify(before)
    const result = applyPatch(before, patch as readonly PatchOperation[])
    expect(result.ok ? result.value : 'refused').toEqual(after)
    expect(JSON.stringify(before)).toBe(given)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('adding a member and removing it gives back the document', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.jsonValue(),
        (before, name, value) => {
          const path = pointer([name])
          fc.pre(!Object.hasOwn(before, name) && readPointer(path).ok)
          const patch: readonly PatchOperation[] = [
            { op: 'add', path, value },
            { op: 'test', path, value },
            { op: 'remove', path },
          ]
          const result = applyPatch(before as Json, patch)
          expect(result).toEqual({ ok: true, value: before })
        },
      ),
    )
  })

  test('a pointer reads back to its segments', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => {
        const read = readPointer(pointer(segments))
        fc.pre(read.ok)
        expect(read.value).toEqual(segments)
      }),
    )
  })
})
