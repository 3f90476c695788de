import { describe, expect, test } from 'vitest'
import { readMappingForm, type MappingFault } from './mapping-form.ts'
import { sampleMapping } from './sample-log.ts'

const faults = (changes: Record<string, unknown>): readonly MappingFault[] => {
  const read = readMappingForm({ ...sampleMapping, ...changes })
  return read.ok ? [] : read.faults
}

test('a whole mapping is read', () => {
  expect(readMappingForm(sampleMapping).ok).toBe(true)
})

describe('a mapping is refused with the place and the fix:', () => {
  test.each([
    ['an unknown field', { timezone: 'UTC' }, '/timezone', 'timeZone'],
    [
      'an unknown column',
      { columns: { ...sampleMapping.columns, stat: 'x' } },
      '/columns/stat',
      'state',
    ],
    [
      'a missing column',
      { columns: { case: 'a', at: 'b', priority: 'p' } },
      '/columns/state',
      'state',
    ],
    ['an unknown effect', { states: { New: 'opn', Done: 'met' } }, '/states/New', 'open'],
    [
      'a pause without reason',
      { states: { New: { pause: '' }, Done: 'met' } },
      '/states/New/pause',
      'docs',
    ],
    ['a wrong date format', { dateFormat: 'DD/MM/YYYY' }, '/dateFormat', 'd/M/yyyy'],
    ['no way to meet', { response: { metBy: {} } }, '/response/metBy', 'states, acts or column'],
    [
      'a state that is not there',
      { response: { metBy: { states: ['Worl'] } } },
      '/response/metBy/states/0',
      'Work',
    ],
    [
      'a resolution by open work',
      { resolution: { metBy: { states: ['Work'] } } },
      '/resolution/metBy/states/0',
      'Work": met',
    ],
    [
      'acts without a column',
      { response: { metBy: { acts: ['reply'] } } },
      '/response/metBy/acts',
      'columns.act',
    ],
    [
      'nothing that is met',
      {
        states: { New: 'open', Work: 'open', Waiting: 'open' },
        response: { metBy: { states: ['Work'] } },
      },
      '/states',
      'met',
    ],
    [
      'no priority',
      { columns: { case: 'a', at: 'b', state: 's' } },
      '/columns/priority',
      'defaultPriority',
    ],
    ['priorities unsaid', { priorities: undefined }, '/priorities', 'critical'],
    [
      'sides unsaid',
      { columns: { ...sampleMapping.columns, owedBy: 'team' } },
      '/sides',
      'partner',
    ],
    ['a number for a text', { missing: [0] }, '/missing/0', 'in quotes: "0"'],
    [
      'a number for a state',
      { response: { metBy: { states: [5] } } },
      '/response/metBy/states/0',
      'in quotes: "5"',
    ],
    ['an unknown side', { owedBy: 'vendr' }, '/owedBy', 'vendor'],
    [
      'a priority that is no identifier',
      { priorities: { P1: 'Very High' } },
      '/priorities/P1',
      'docs',
    ],
    ['another format', { format: 'entente/log-mapping@2' }, '/format', 'entente/log-mapping@1'],
    [
      'a state of the prototype',
      { response: { metBy: { states: ['constructor'] } } },
      '/response/metBy/states/0',
      'Add it to states',
    ],
  ])('%s', (_, changes, path, fix) => {
    const found = faults(changes).find((fault) => fault.path === path)
    expect(`${found?.sentence} ${found?.fix}`).toContain(fix)
  })

  test.each([null, 'text', 42, [], {}, { columns: {} }])('%j is no mapping', (data) => {
    const read = readMappingForm(data)
    expect(read.ok ? '' : read.faults[0]?.fix).toContain('entente/log-mapping@1')
  })

  test('all faults at once', () => {
    expect(faults({ timezone: 'UTC', dateFormat: 'x', owedBy: 'us' }).length).toBe(3)
  })
})
