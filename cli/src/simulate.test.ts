import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capturedOutput } from './output.ts'
import { run } from './simulate.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const example = (name: string): string => join(root, 'docs/examples/simulate', name)
const [agreement, next, log, map] = [
  'agreement.yaml',
  'agreement-next.yaml',
  'log.csv',
  'map.yaml',
].map(example) as [string, string, string, string]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-simulate-'))
})
afterAll(() => rm(folder, { recursive: true }))

const simulate = async (...argv: string[]) => {
  const out = capturedOutput({ json: argv.includes('--json'), width: 120 })
  const code = await run(argv, out)
  return { code, text: out.text(), errors: out.errors() }
}

const write = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

describe('entente simulate', () => {
  test('reports to a person what came out, who was called and what was left out', async () => {
    const { code, text, errors } = await simulate(agreement, '--log', log, '--map', map)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(text).toMatch(/Critical +2 business hours +2 +0 +2 +0 +0\.0 % +3 h 38 min +3 h 44 min/)
    expect(text).toMatch(/1 +Channel manager +Ines Varga +6 +2 +4/)
    expect(text).toContain('7 rows were not used')
    expect(text).toContain('Line 34, Updated "31.06.2026 09:00"')
    expect(text).toContain('"waiting-for-supplier": 1 pause')
  })

  test('shows two agreements side by side with arrows', async () => {
    const { text } = await simulate(agreement, '--against', next, '--log', log, '--map', map)
    expect(text).toMatch(/33\.3 % → 100\.0 %/)
    expect(text).toContain('resolution: 2 no longer breached: C-106, C-109')
  })

  test('writes the whole result as JSON, both of the same shape', async () => {
    const { code, text } = await simulate(
      agreement,
      '--against',
      next,
      '--log',
      log,
      '--map',
      map,
      '--json',
    )
    const result = JSON.parse(text)
    expect(code).toBe(0)
    expect(result.clocks.high.resolution).toMatchObject({
      total: 3,
      met: 1,
      breached: 2,
      open: 1,
      p50: 46_800,
      p90: 58_320,
    })
    expect(result.unused[0]).toMatchObject({ row: 32, line: 34, code: 'row.unreadable-time' })
    expect(Object.keys(result)).toEqual(expect.arrayContaining(Object.keys(result.against)))
    expect(result.difference.clocks.high.resolution).toMatchObject({ met: 1, breached: -2 })
  })

  test('writes every clock by case as CSV, once, and replaces it only if asked', async () => {
    const csv = join(folder, 'cases.csv')
    expect((await simulate(agreement, '--log', log, '--map', map, '--csv', csv)).code).toBe(0)
    const lines = (await readFile(csv, 'utf8')).trim().split('\n')
    expect(lines.length).toBe(1 + 20)
    expect(lines).toContain(
      'larkfield-brevik-support v1,C-103,critical,resolution,met late,2026-05-18T07:00:00Z,2026-05-20T08:00:00Z,2026-05-20T09:00:00Z,32400,28800,3600,1.125,2',
    )
    const again = await simulate(agreement, '--log', log, '--map', map, '--csv', csv)
    expect(again.code).toBe(2)
    expect(again.errors).toContain('--force')
    expect(
      (await simulate(agreement, '--log', log, '--map', map, '--csv', csv, '--force')).code,
    ).toBe(0)
  })

  test('reads the log until an instant only', async () => {
    const { text } = await simulate(
      agreement,
      '--log',
      log,
      '--map',
      map,
      '--until',
      '2026-05-26',
      '--json',
    )
    const result = JSON.parse(text)
    expect(result.log.until).toBe('2026-05-26T21:59:59.999Z')
    expect(result.unusedCounts['row.after-until']).toBeGreaterThan(5)
    // C-104 was met on the 26th, C-102 still waits for the customer.
    expect(result.clocks.low.resolution).toMatchObject({ total: 1, met: 1 })
    expect(result.clocks.medium.resolution).toMatchObject({ total: 1, open: 1, breached: 0 })
  })

  test('lists as many unusable rows as asked, and counts all', async () => {
    const bad = await write(
      'bad.csv',
      `Number;State;Priority;Opened;Updated\n${'X;New;2 - High;soon;soon\n'.repeat(1200)}`,
    )
    const listed = async (...more: string[]) =>
      JSON.parse((await simulate(agreement, '--log', bad, '--map', map, '--json', ...more)).text)
    expect((await listed()).unused.length).toBe(1000)
    expect((await listed('--unused', '3')).unused.length).toBe(3)
    expect((await listed('--unused', 'all')).unused.length).toBe(1200)
    expect((await listed()).unusedCounts).toEqual({ 'row.unreadable-time': 1200 })
  })
})

describe('entente simulate refuses with exit code 2', () => {
  test.each([
    [[], 'lacks an agreement and --log FILE.csv and --map MAP.yaml'],
    [['a.yaml', '--log', 'b.csv'], '--init-map'],
    [['a.yaml', '--lag', 'b.csv'], '--log'],
    [[agreement, '--log', log, '--map', map, '--max-rows', 'many'], '--max-rows'],
    [[agreement, '--log', log, '--map', map, '--until', 'soon'], '"soon" is not a date'],
    [[agreement, '--log', log, '--map', map, '--max-rows', '5'], 'more than 5 rows'],
    [[agreement, '--log', 'nowhere.csv', '--map', map], 'There is no file nowhere.csv'],
    [['nowhere.yaml', '--log', log, '--map', map], 'There is no file nowhere.yaml'],
    [[log, '--log', log, '--map', agreement], 'map'],
  ])('%j', async (argv, words) => {
    const { code, errors, text } = await simulate(...argv)
    expect(code).toBe(2)
    expect(errors).toContain(words)
    expect(text).toBe('')
  })

  test('a mapping with its line, column, value and fix', async () => {
    const text = await readFile(map, 'utf8')
    const wrong = await write(
      'wrong.yaml',
      text
        .replace('timeZone: Europe/Berlin', 'timezone: Europe/Berlin')
        .replace('New: open', 'New: opn'),
    )
    const { errors } = await simulate(agreement, '--log', log, '--map', wrong)
    expect(errors).toMatch(/wrong\.yaml:10:1: There is no field "timezone"[^]*timeZone/)
    expect(errors).not.toContain('missing')
    expect(errors).toMatch(/wrong\.yaml:\d+:8: "opn"[^]*"open"/)
  })

  test('an unknown zone in the mapping, at its line', async () => {
    const text = await readFile(map, 'utf8')
    const wrong = await write('zone.yaml', text.replace('Europe/Berlin', 'Europe/Berln'))
    const { errors } = await simulate(agreement, '--log', log, '--map', wrong)
    expect(errors).toMatch(/zone\.yaml:10:11: .*Europe\/Berln[^]*Europe\/Berlin/)
  })

  test('an agreement that has no calendar for its business time, at its line', async () => {
    const text = await readFile(agreement, 'utf8')
    const bare = await write('bare.yaml', text.replace(/calendars:[^]*?ladders:/, 'ladders:'))
    const { errors, code } = await simulate(
      agreement,
      '--against',
      bare,
      '--log',
      log,
      '--map',
      map,
    )
    expect(code).toBe(2)
    expect(errors).toMatch(/bare\.yaml:\d+:\d+: case\.response is owed in business time/)
  })

  test('as JSON on stdout', async () => {
    const { text, code } = await simulate(agreement, '--log', 'nowhere.csv', '--map', map, '--json')
    expect(code).toBe(2)
    expect(JSON.parse(text).refusals[0]).toMatchObject({ code: 'file.missing' })
  })
})

describe('entente simulate --init-map', () => {
  test('writes a mapping that the log can be replayed with at once', async () => {
    const to = join(folder, 'first.yaml')
    const { code, text } = await simulate('--init-map', log, '-o', to)
    expect(code).toBe(0)
    expect(text).toContain('guessed')
    const result = await simulate(agreement, '--log', log, '--map', to, '--json')
    expect(result.code).toBe(0)
    expect(JSON.parse(result.text).clocks.high.resolution).toMatchObject({ total: 3 })
  })

  test('prints it where no file is named, and refuses a log that it cannot read', async () => {
    expect((await simulate('--init-map', log)).text).toContain(
      '"Waiting for customer": { pause: waiting-for-customer } # guess',
    )
    expect((await simulate('--init-map', 'nowhere.csv')).code).toBe(2)
    expect((await simulate('--init-map', await write('empty.csv', ''))).errors).toContain('empty')
  })
})

test('as typed: the real command, from another folder', async () => {
  const execute = promisify(execFile)
  const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1' } }
  const command = join(root, 'cli/bin/entente')
  const { stdout } = await execute(
    command,
    ['simulate', agreement, '--log', log, '--map', map, '--json'],
    options,
  )
  expect(JSON.parse(stdout).log).toMatchObject({ rows: 40, cases: 10 })
  await expect(
    execute(command, ['simulate', agreement, '--log', log], options),
  ).rejects.toMatchObject({
    code: 2,
  })
  const help = await execute(command, ['simulate', '--help'], options)
  expect(help.stdout).toContain('--against')
})
