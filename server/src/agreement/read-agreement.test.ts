import { describe, expect, test } from 'vitest'
import { eachRefusal, readAgreementText } from './read-agreement.ts'

const head =
  'format: entente/agreement@1\nid: larkfield-brevik\nparties: { vendor: {}, partner: {} }\n'

const refusalsOf = (text: string) => {
  const read = readAgreementText(text, 'a.yaml')
  return read.ok ? [] : eachRefusal(read.refusal)
}

describe('the form of an agreement', () => {
  test('short forms are read, the file is kept as written', () => {
    const read = readAgreementText(
      `${head}targets:\n  - { kind: case.response, target: 4 business hours, warnAt: 75 % }\n`,
      'a.yaml',
    )
    expect(read).toMatchObject({
      ok: true,
      value: {
        agreement: {
          targets: [{ target: { amount: 4, unit: 'hours', basis: 'business' }, warnAt: 75 }],
        },
        file: { targets: [{ target: '4 business hours', warnAt: '75 %' }] },
      },
    })
  })

  test.each<[string, string, { line: number; column: number; path: string }, RegExp, RegExp]>([
    [
      'a unit that does not exist',
      'targets:\n  - kind: case.response\n    target: 5 dayz\n',
      { line: 6, column: 13, path: '/targets/0/target' },
      /"5 dayz".*"dayz" is not a word/,
      /"days"/,
    ],
    [
      'a number without a unit',
      'targets:\n  - kind: case.response\n    target: 5\n',
      { line: 6, column: 13, path: '/targets/0/target' },
      /^5 cannot stand in "target"/,
      /"4 business hours"/,
    ],
    [
      'a time zone that does not exist',
      'calendars:\n  - { id: a, timeZone: Europe/Berln, week: {} }\n',
      { line: 5, column: 24, path: '/calendars/0/timeZone' },
      /^"Europe\/Berln" in "timeZone" is not a time zone by its IANA name/,
      /"Europe\/Berlin"/,
    ],
    [
      'a date in the order of another country',
      'effectiveOn: 31/12/2027\n',
      { line: 4, column: 14, path: '/effectiveOn' },
      /"31\/12\/2027"/,
      /year-month-day/,
    ],
    [
      'a number past every bound',
      'version: 1e300\n',
      { line: 4, column: 10, path: '/version' },
      /more than 100000/,
      /At most 100000/,
    ],
    [
      'a number that only another language reads',
      'version: 0b1\n',
      { line: 4, column: 10, path: '/version' },
      /"0b1" stands in "version"/,
      /^Expected here/,
    ],
    [
      'an unknown field',
      'targets:\n  - kind: case.response\n    owedby: vendor\n',
      { line: 6, column: 5, path: '/targets/0/owedby' },
      /no field "owedby" in "targets"/,
      /"owedBy"/,
    ],
    [
      'an unknown section',
      'responsibilites: []\n',
      { line: 4, column: 1, path: '/responsibilites' },
      /no field "responsibilites" in an agreement/,
      /"responsibilities"/,
    ],
    [
      'a word that is none of the choices',
      'reports:\n  - { id: weekly, title: Weekly, cadence: montly }\n',
      { line: 5, column: 43, path: '/reports/0/cadence' },
      /"montly".*daily, weekly, monthly/,
      /"monthly"/,
    ],
    [
      'a number where text belongs',
      'title: 2027\n',
      { line: 4, column: 8, path: '/title' },
      /2027 stands in "title", and text is expected/,
      /quotes: "2027"/,
    ],
    [
      'a date that does not exist',
      'term: { startsOn: 2027-02-30 }\n',
      { line: 4, column: 19, path: '/term/startsOn' },
      /"2027-02-30".*no such day/,
      /year-month-day/,
    ],
    [
      'a name with capitals',
      'priorities:\n  - { id: Very High, label: Very high }\n',
      { line: 5, column: 11, path: '/priorities/0/id' },
      /"Very High"/,
      /"very-high"/,
    ],
    [
      'a priority with capitals, as the name of a field',
      'targets:\n  - kind: case.response\n    byPriority:\n      Critical: 4 business hours\n',
      { line: 7, column: 7, path: '/targets/0/byPriority/Critical' },
      /"Critical" in "byPriority"/,
      /"critical"/,
    ],
    [
      'a section with nothing in it',
      'term:\n',
      { line: 4, column: 1, path: '/term' },
      /Nothing stands in "term"/,
      /delete the line/,
    ],
    [
      'text where a list belongs',
      'scope: { products: robots }\n',
      { line: 4, column: 20, path: '/scope/products' },
      /a list is expected/,
      /- /,
    ],
    [
      'a field that must be there',
      'priorities:\n  - { id: high }\n',
      { line: 5, column: 5, path: '/priorities/0/label' },
      /"label" is missing/,
      /./,
    ],
    [
      'a trigger that nobody can read',
      'ladders:\n  - { side: vendor, levels: [{ level: 1, trigger: at breech }] }\n',
      { line: 5, column: 51, path: '/ladders/0/levels/0/trigger' },
      /"at breech"/,
      /at breach/,
    ],
    [
      'opening hours',
      'calendars:\n  - { id: a, timeZone: Europe/Oslo, week: { mon: ["9-5"] } }\n',
      { line: 5, column: 51, path: '/calendars/0/week/mon/0' },
      /"9-5"/,
      /09:00-17:00/,
    ],
  ])('%s', (_, text, place, sentence, fix) => {
    const refusals = refusalsOf(head + text)
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toMatchObject({ file: 'a.yaml', ...place })
    expect(refusals[0]?.sentence).toMatch(sentence)
    expect(refusals[0]?.fix).toMatch(fix)
  })

  test('a megabyte in the wrong place is not said back', () => {
    const [refusal] = refusalsOf(`${head}title: ${'x'.repeat(1_000_000)}\n`)
    expect(JSON.stringify(refusal).length).toBeLessThan(1000)
    const list = refusalsOf(`${head}title: [${'x, '.repeat(1000)}]\n`)
    expect(list[0]).toMatchObject({ value: 'a list of 1000' })
  })

  test('all faults at once, in the order of the file', () => {
    const refusals = refusalsOf(
      `${head}title: 1\nterm: { notice: { period: 90 dayz } }\nlanguage: English\n`,
    )
    expect(refusals.map(({ line, path }) => [line, path])).toEqual([
      [4, '/title'],
      [5, '/term/notice/period'],
      [6, '/language'],
    ])
  })

  test.each([
    ['without a format', 'id: a\nparties: { vendor: {}, partner: {} }\n', /entente\/agreement@1/],
    ['of a later format', 'format: entente/agreement@2\nid: a\n', /version of Entente/],
    ['of something else', 'name: package\nversion: 1.0.0\n', /entente import/],
    ['that is a list', '- 1\n- 2\n', /entente\/agreement@1/],
    ['that is plain words', 'Between us and them\n', /entente import/],
  ])('a file %s is one refusal that says what to do', (_, text, fix) => {
    const refusals = refusalsOf(text)
    expect(refusals).toHaveLength(1)
    expect(refusals[0]?.fix).toMatch(fix)
  })
})
