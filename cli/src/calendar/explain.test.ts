import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capturedOutput } from '../output.ts'
import { run } from './explain.ts'

let folder: string
let file: string

const calendar = `timeZone: Europe/Berlin
week:
  mon: ["09:00-12:00", "13:00-17:00"]
  tue: ["09:00-17:00"]
  wed: ["09:00-17:00"]
  thu: ["09:00-17:00"]
  fri: ["09:00-17:00"]
exceptions:
  - { date: "2026-11-24", open: ["09:00-11:00"], reason: stock taking }
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-calendar-'))
  file = join(folder, 'office.yaml')
  writeFileSync(file, calendar)
})

afterAll(() => rmSync(folder, { recursive: true }))

const explained = async (...argv: string[]) => {
  const out = capturedOutput({ json: true })
  const code = await run([file, ...argv], out)
  return { code, answer: JSON.parse(out.text()) }
}

describe('entente calendar explain', () => {
  test('a target: when it is due, and every day until then', async () => {
    const out = capturedOutput()
    const argv = [file, '--from', '2026-11-20 16:30', '--target', '4 business hours']
    expect(await run(argv, out)).toBe(0)
    expect(out.text()).toContain('Due Mon 2026-11-23 13:30 (+01:00), after 4:00 hours of open time')
    expect(out.text()).toMatch(/2026-11-21 {2}Sat .*closed: Saturday/)
    expect(out.text()).toMatch(/2026-11-23 {2}Mon {2}09:00-12:00 13:00-13:30 +3:30 +4:00/)
  })

  test('a span, as JSON whose days add up', async () => {
    const { code, answer } = await explained('--from', '2026-11-23', '--to', '2026-11-26 10:00')
    expect(code).toBe(0)
    expect(answer).toMatchObject({ to: '2026-11-26T10:00:00+01:00', milliseconds: 18 * 3_600_000 })
    const sum = answer.days.reduce(
      (total: number, day: { milliseconds: number }) => total + day.milliseconds,
      0,
    )
    expect(sum).toBe(answer.milliseconds)
    expect(answer.days[1].reason.text).toBe('exception: stock taking')
  })

  test('a target without a basis is read as business time, and the answer says so', async () => {
    const { answer } = await explained('--from', '2026-11-20 16:30', '--target', '1 day')
    expect(answer.dueAt).toBe('2026-11-23T16:30:00+01:00')
    expect(answer.notes[0].text).toContain('names no basis')
  })

  test('edge 21: a local time that does not exist or exists twice is said', async () => {
    const twice = await explained('--from', '2026-10-25 02:30', '--target', '1 elapsed hour')
    expect(twice.answer.from).toBe('2026-10-25T02:30:00+02:00')
    expect(twice.answer.notes[0].text).toContain('exists twice')
    const never = await explained('--from', '2026-03-29 02:30', '--target', '1 elapsed hour')
    expect(never.answer.from).toBe('2026-03-29T03:30:00+02:00')
    expect(never.answer.notes[0].text).toContain('is skipped')
  })

  test('holidays of a place are added, and where they end is said', async () => {
    const place = ['--country', 'DE', '--region', 'HH']
    const { answer } = await explained(
      '--from',
      '2026-12-24 16:00',
      '--target',
      '2 business hours',
      ...place,
    )
    expect(answer.days[1].reason.text).toBe('holiday: Christmas Day')
    expect(answer.dueAt).toBe('2026-12-28T10:00:00+01:00')
  })

  test.each([
    [['--from', '2026-11-20 16:30', '--target', '5 dayz'], 'target.unknown-word'],
    [['--from', '2026-11-20 16:30'], 'arguments.incomplete-question'],
    [['--from', 'tomorrow', '--target', '5 days'], 'arguments.not-an-instant'],
    [['--from', '2026-02-30 10:00', '--target', '5 days'], 'arguments.not-an-instant'],
    [['--from', '9999-01-01 10:00', '--target', '5 days'], 'arguments.beyond-horizon'],
    [['--calendar', 'ofice', '--from', '2026-11-20', '--target', '5 days'], 'calendar.unknown'],
    [
      ['--region', 'HH', '--from', '2026-11-20', '--target', '5 days'],
      'arguments.region-without-country',
    ],
    [['--country', 'XX', '--from', '2026-11-20', '--target', '5 days'], 'holidays.unknown-place'],
  ])('refuses %j', async (argv, code) => {
    const { code: exit, answer } = await explained(...argv)
    expect(exit).toBe(2)
    expect(answer.refusals[0].code).toBe(code)
  })

  test('a fault in the file is refused with its line and its fix', async () => {
    writeFileSync(join(folder, 'wrong.yaml'), calendar.replace('Berlin', 'Berlim'))
    const out = capturedOutput()
    const argv = [join(folder, 'wrong.yaml'), '--from', '2026-11-20', '--target', '1 day']
    expect(await run(argv, out)).toBe(2)
    expect(out.errors()).toContain(
      'wrong.yaml:1:11: "Europe/Berlim" in "timeZone" is not a time zone',
    )
    expect(out.errors()).toContain('Write "Europe/Berlin".')
  })
})
