import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { capturedOutput } from '../output.ts'
import { run } from './holidays.ts'

const refusedCode = async (...argv: string[]): Promise<string> => {
  const out = capturedOutput({ json: true })
  expect(await run(argv, out)).toBe(2)
  return JSON.parse(out.text()).refusals[0].code
}

describe('entente calendar holidays', () => {
  test('a country as YAML to paste', async () => {
    const out = capturedOutput()
    expect(
      await run(['--country', 'DE', '--region', 'HH', '--from', '2026', '--to', '2028'], out),
    ).toBe(0)
    expect(out.text()).toContain('  - { date: "2026-10-31", name: "Reformation Day" }')
    expect(out.text()).toContain('holidaysResolvedUntil: "2028-12-31"')
  })

  test('an ICS file, with what was left out on stderr', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-ics-'))
    const file = join(folder, 'feed.ics')
    const day = [
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20260612',
      'SUMMARY:Harbour "Day"',
      'END:VEVENT',
    ]
    const meeting = ['BEGIN:VEVENT', 'DTSTART:20260612T090000Z', 'SUMMARY:Stand-up', 'END:VEVENT']
    writeFileSync(file, ['BEGIN:VCALENDAR', ...day, ...meeting, 'END:VCALENDAR'].join('\r\n'))
    const out = capturedOutput()
    expect(await run(['--ics', file, '--from', '2026'], out)).toBe(0)
    rmSync(folder, { recursive: true })
    expect(out.text()).toContain(String.raw`{ date: "2026-06-12", name: "Harbour \"Day\"" }`)
    expect(out.errors()).toContain('Stand-up: It does not cover whole days.')
  })

  test('refusals: no source, two sources, no years, an unknown country, a missing file', async () => {
    expect(await refusedCode('--from', '2026')).toBe('arguments.no-holiday-source')
    expect(await refusedCode('--from', '2026', '--ics', 'a.ics', '--country', 'DE')).toBe(
      'arguments.no-holiday-source',
    )
    expect(await refusedCode('--country', 'DE')).toBe('arguments.not-a-year')
    expect(await refusedCode('--country', 'DE', '--from', '26')).toBe('arguments.not-a-year')
    expect(await refusedCode('--country', 'Germny', '--from', '2026')).toBe(
      'holidays.unknown-place',
    )
    expect(await refusedCode('--ics', 'no-such-file.ics', '--from', '2026')).toBe('file.missing')
  })
})
