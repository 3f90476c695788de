import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run as check } from './check.ts'
import { run as diff } from './diff.ts'
import { run as init } from './init.ts'
import { capturedOutput } from './output.ts'

const example = fileURLToPath(new URL('../../docs/examples/larkfield-brevik.yaml', import.meta.url))
const text = readFileSync(example, 'utf8')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-check-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const written = (name: string, content: string): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

async function json(command: typeof check, argv: string[]) {
  const out = capturedOutput({ json: true })
  const code = await command(argv, out)
  expect(out.errors()).toBe('')
  return { code, result: JSON.parse(out.text()) as Record<string, never> }
}

describe('check', () => {
  test('the example holds, and is shown with its hash', async () => {
    const out = capturedOutput()
    expect(await check([example], out)).toBe(0)
    expect(out.text()).toMatch(/^holds \S+larkfield-brevik\.yaml sha256:[0-9a-f]{64}\n$/)
  })

  test('a name that leads nowhere is a finding with its line and its fix', async () => {
    const file = written(
      'a.yaml',
      text.replace('accountable: delivery-lead', 'accountable: delivery-led'),
    )
    const { code, result } = await json(check, [file])
    expect(code).toBe(1)
    const line = text.split('\n').findIndex((one) => one.includes('accountable: delivery-lead')) + 1
    expect(result).toMatchObject({
      files: [
        {
          holds: false,
          findings: [
            {
              code: 'references.unknown-position',
              severity: 'error',
              line,
              fix: { patch: [{ op: 'replace', value: 'delivery-lead' }] },
            },
          ],
        },
      ],
    })
  })

  test('all faults of all files, and the worst decides', async () => {
    const wrong = written('wrong.yaml', text.replace('4 elapsed hours', '5 dayz'))
    const zone = written('zone.yaml', text.replace('Europe/Oslo', 'Europe/Osloo'))
    const { code, result } = await json(check, [example, wrong, zone, join(folder, 'none.yaml')])
    expect(code).toBe(2)
    expect(result).toMatchObject({
      files: [{ holds: true }],
      refusals: [
        { file: wrong, path: '/targets/0/byPriority/critical', fix: 'Did you mean "days"?' },
        { file: zone, path: '/calendars/1/timeZone', fix: 'Write "Europe/Oslo".' },
        { code: 'file.missing' },
      ],
    })
  })

  test('a calendar that never opens does not hold', async () => {
    const calendar = 'calendars:\n  - { id: a, timeZone: Europe/Oslo, week: {} }\n'
    const file = written(
      'closed.yaml',
      `format: entente/agreement@1\nid: a\nparties: { vendor: {}, partner: {} }\n${calendar}`,
    )
    expect(await json(check, [file])).toMatchObject({
      code: 1,
      result: { files: [{ findings: [{ code: 'calendars.never-opens' }] }] },
    })
  })
})

describe('init', () => {
  const sides = ['--vendor', 'Larkfield Robotics', '--partner', 'Brevik Automation']
  const zones = ['--vendor-zone', 'Europe/Berlin', '--partner-zone', 'Europe/Oslo']

  test('writes a draft that holds', async () => {
    const file = join(folder, 'draft.yaml')
    expect(
      await json(init, [file, ...sides, ...zones, '--country', 'no', '--starts-on', '2027-01-01']),
    ).toEqual({
      code: 0,
      result: { file, id: 'larkfield-robotics-brevik-automation' },
    })
    expect(readFileSync(file, 'utf8')).toContain('{ date: 2027-05-17, name: ')
    expect((await json(check, [file])).code).toBe(0)
  })

  test('without anything said, too', async () => {
    const file = join(folder, 'bare.json')
    expect((await json(init, [file])).result).toMatchObject({ id: 'agreement' })
    expect((await json(check, [file])).code).toBe(0)
  })

  test.each([
    [['--vendor-zone', 'Europe/Berln'], 'calendar.unknown-time-zone', 'Europe/Berlin'],
    [['--vendor', ''], 'arguments.not-a-name', 'one line'],
    [['--partner', 'A\u001B[31m'], 'arguments.not-a-name', 'one line'],
    [['--country', 'XQ'], 'holidays.unknown-place', ''],
    [['--starts-on', '1.1.2027'], 'arguments.not-a-date', '2027-01-01'],
  ])('%j is refused, and nothing is written', async (argv, code, fix) => {
    const file = join(folder, 'refused.yaml')
    expect(await json(init, [file, ...argv])).toMatchObject({
      code: 2,
      result: { refusals: [{ code, fix: expect.stringContaining(fix) }] },
    })
    expect(await json(check, [file])).toMatchObject({
      result: { refusals: [{ code: 'file.missing' }] },
    })
  })

  test('an existing file is kept', async () => {
    const file = written('mine.yaml', 'mine')
    expect(await json(init, [file])).toMatchObject({
      code: 2,
      result: { refusals: [{ code: 'file.exists' }] },
    })
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})

describe('diff', () => {
  test('speaks the language of the field', async () => {
    const file = written(
      'faster.yaml',
      text.replace('high: 8 business hours', 'high: 4 business hours'),
    )
    const out = capturedOutput()
    expect(await diff([example, file], out)).toBe(0)
    expect(out.text()).toBe(
      'Response times\n  ~ High response: 8 business hours → 4 business hours (tighter for both sides)\n\nOne change.\n',
    )
  })

  test('two files that say the same have no changes', async () => {
    const out = capturedOutput()
    expect(await diff([example, written('same.yaml', text.replace('75 %', '75'))], out)).toBe(0)
    expect(out.text()).toMatch(/^The two say the same: sha256:/)
  })

  test('every fault of both files is refused', async () => {
    const { code, result } = await json(diff, [join(folder, 'x.yaml'), join(folder, 'y.yaml')])
    expect(code).toBe(2)
    expect(result['refusals']).toHaveLength(2)
  })
})
