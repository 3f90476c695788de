import { expect, test } from 'vitest'
import { colours } from './output.ts'
import { textTable } from './table.ts'

test('columns stand under their titles, numbers to the right', () => {
  const columns = [{ title: 'Priority' }, { title: 'Met', align: 'right' }] as const
  expect(
    textTable(
      columns,
      [
        ['Critical', '9'],
        ['Low', '120'],
      ],
      80,
    ),
  ).toBe(['Priority  Met', '────────  ───', 'Critical    9', 'Low       120', ''].join('\n'))
})

test('a CJK character is two columns wide, a colour none', () => {
  const { red } = colours(true)
  const table = textTable(
    [{ title: 'Name' }, { title: 'X' }],
    [
      ['東京', '1'],
      [red('ab'), '2'],
    ],
    80,
  )
  expect(table.split('\n').slice(2, 4)).toEqual(['東京  1', `${red('ab')}    2`])
})

test('what is too wide wraps in its column, and no line exceeds the width', () => {
  const columns = [{ title: 'Id' }, { title: 'Text', wraps: true }] as const
  const table = textTable(columns, [['a', 'one two three four five six seven']], 20)
  expect(table.split('\n')).toEqual([
    'Id  Text',
    '──  ────────────────',
    'a   one two three',
    '    four five six',
    '    seven',
    '',
  ])
})
