import { soundFile } from '@entente/domain/coverage/sound-agreement.ts'
import { agreementText } from '@entente/server/agreement/write-agreement.ts'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from './audit.ts'
import { run as runImport } from './import.ts'
import { capturedOutput } from './output.ts'

const entente = resolve(import.meta.dirname, '../bin/entente')

let folder: string
const at = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-audit-'))
  mkdirSync(at('partners'))
  const sound = soundFile()
  writeFileSync(at('partners/sound.yaml'), agreementText(sound, 'sound.yaml'))
  const open = soundFile()
  open.parties.partner.name = 'Lindqvist 設備'
  delete open.term
  delete open.ladders
  writeFileSync(at('partners/open.json'), JSON.stringify(open))
  writeFileSync(at('partners/compose.yaml'), 'services: {}\n')
})

afterAll(() => rmSync(folder, { recursive: true }))

const audited = async (...argv: string[]) => {
  const json = argv.includes('--json')
  const out = capturedOutput({ json, width: 120 })
  const code = await run(['--today', '2027-03-01', ...argv], out)
  return { code, text: out.text(), errors: out.errors() }
}

const parsed = (text: string): Record<string, unknown> =>
  JSON.parse(text) as Record<string, unknown>

describe('entente audit FILE', () => {
  test('finds nothing in a sound agreement and holds', async () => {
    const { code, text } = await audited(at('partners/sound.yaml'))
    expect(code).toBe(0)
    expect(text).toContain('the audit finds nothing')
  })

  test('shows sections, place, reason and fix, and exits 1 for errors', async () => {
    const { code, text } = await audited(at('partners/open.json'))
    expect(code).toBe(1)
    expect(text).toMatch(/^Escalation$/m)
    expect(text).toContain(
      'error   Nobody is called when Larkfield Robotics is late. [ladders.missing]',
    )
    expect(text).toMatch(/at: +\d+:\d+ \/ladders/)
    expect(text).toContain('fix: Agree 90 days in writing.')
    expect(text).toMatch(/\d+ errors/)
  })

  test('as JSON each finding has code, severity, path, why, fix, file, line and column', async () => {
    const { text } = await audited(at('partners/open.json'), '--json')
    const { findings, summary } = JSON.parse(text) as {
      findings: Record<string, unknown>[]
      summary: Record<string, number>
    }
    expect(findings.length).toBeGreaterThan(3)
    for (const one of findings) {
      expect(one).toMatchObject({
        code: expect.stringMatching(/\./) as string,
        severity: expect.stringMatching(/^(?:error|warning|hint)$/) as string,
        path: expect.stringMatching(/^\//) as string,
        why: expect.any(String) as string,
        fix: { sentence: expect.any(String) as string },
        file: at('partners/open.json'),
        line: expect.any(Number) as number,
        column: expect.any(Number) as number,
      })
    }
    expect(summary['errors']).toBe(findings.filter((one) => one['severity'] === 'error').length)
  })

  test('filters by severity and by element, and the exit code follows what was asked', async () => {
    const errors = parsed(
      (await audited(at('partners/open.json'), '--json', '--severity', 'error')).text,
    )
    const severities = new Set(
      (errors['findings'] as { severity: string }[]).map((one) => one.severity),
    )
    expect([...severities]).toEqual(['error'])
    expect((await audited(at('partners/open.json'), '--element', 'targets')).code).toBe(0)
    expect((await audited(at('partners/open.json'), '--element', 'term')).code).toBe(1)
  })

  test.each([
    [['--element', 'terms'], 'Did you mean "term"?'],
    [['--severity', 'eror'], 'Did you mean "error"?'],
    [['--today', '2027-02-30'], 'is not a date'],
  ])('refuses %j', async (extra, words) => {
    const { code, errors } = await audited(at('partners/open.json'), ...extra)
    expect(code).toBe(2)
    expect(errors).toContain(words)
  })

  test('refuses a file that is not there, and as JSON too', async () => {
    expect((await audited(at('nothing.yaml'))).code).toBe(2)
    const { code, text } = await audited(at('nothing.yaml'), '--json')
    expect(code).toBe(2)
    expect(parsed(text)).toHaveProperty('refusals')
  })
})

describe('entente audit FOLDER', () => {
  test('prints the table, worst first, and lists what it passed over', async () => {
    const { code, text } = await audited(at('partners'))
    expect(code).toBe(1)
    const lines = text.split('\n')
    const rows = lines.filter((line) => /\d+ of 11/.test(line))
    expect(rows[0]).toMatch(/^Lindqvist 設備 +\d of 11 .*none/)
    expect(rows[1]).toMatch(/^Brevik Automation +10 of 11 .*wait/)
    expect(text).toContain('compose.yaml: passed over')
  })

  test('as JSON it is one object with findings, agreements and table', async () => {
    const { text } = await audited(at('partners'), '--json')
    const report = JSON.parse(text) as {
      findings: { file: string; partner: string }[]
      agreements: { partner: string; agreed: number }[]
      table: { elements: string[]; rows: unknown[] }
    }
    expect(report.findings.every(({ partner }) => partner === 'Lindqvist 設備')).toBe(true)
    expect(report.agreements.map(({ partner }) => partner)).toEqual([
      'Lindqvist 設備',
      'Brevik Automation',
    ])
    expect(report.table.elements).toHaveLength(11)
  })

  test('a folder without an agreement is refused, one with an unreadable agreement still audited', async () => {
    mkdirSync(at('empty'))
    expect((await audited(at('empty'))).code).toBe(2)
    mkdirSync(at('mixed'))
    writeFileSync(at('mixed/good.yaml'), agreementText(soundFile(), 'good.yaml'))
    writeFileSync(at('mixed/bad.yaml'), 'format: entente/agreement@1\nid: [\n')
    const { code, text } = await audited(at('mixed'))
    expect(code).toBe(1)
    expect(text).toContain('bad.yaml: cannot be read')
    expect(text).toContain('Brevik Automation')
  })
})

test('the command itself: exit code and JSON on stdout', () => {
  const { status, stdout } = spawnSync(entente, ['audit', at('partners/open.json'), '--json'], {
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(parsed(stdout)).toHaveProperty('summary')
  const help = spawnSync(entente, ['audit', '--help'], { encoding: 'utf8' })
  expect(help.status).toBe(0)
  expect(help.stdout).toContain('entente audit FOLDER')
})

const shared = resolve(
  import.meta.dirname,
  '../..',
  process.env['ENTENTE_SHARED_DATA'] ?? '../shared/data',
)
const standard = join(shared, 'standard-sla.md')

test.skipIf(!existsSync(standard))(
  'the standard document, imported, shows what it leaves open (skipped where the shared data is absent)',
  async () => {
    const draft = at('standard.yaml')
    expect(await runImport([standard, '-o', draft], capturedOutput())).toBe(0)
    const { code, text } = await audited(draft, '--json')
    expect(code).toBe(1)
    const found = (JSON.parse(text) as { findings: { code: string }[] }).findings.map(
      (one) => one.code,
    )
    const count = (wanted: string): number => found.filter((one) => one === wanted).length
    expect(count('responsibilities.both-sides-without-accountable')).toBe(4)
    for (const wanted of [
      'calendars.missing',
      'ladders.trigger-missing',
      'term.triggers-missing',
      'term.notice-missing',
      'targets.basis-missing',
      'scope.missing',
    ]) {
      expect(found).toContain(wanted)
    }
  },
)
