import type { AgreementFile } from '@entente/domain/agreement/agreement.ts'
import { soundFile } from '@entente/domain/coverage/sound-agreement.ts'
import { agreementText } from '@entente/server/agreement/write-agreement.ts'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run as runCheck } from './check.ts'
import { run } from './fix.ts'
import { capturedOutput } from './output.ts'

const entente = resolve(import.meta.dirname, '../bin/entente')

let folder: string
let number = 0
const at = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-fix-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

/** A file with gaps: no notice, bare times, a double tick, and a comment that must survive. */
function gapped(edit: (file: AgreementFile) => void = () => undefined): string {
  const file = soundFile()
  delete file.term?.notice
  Object.assign(file.targets?.[0]?.byPriority ?? {}, { high: '8 hours' })
  const sales = file.responsibilities?.[2]
  if (sales !== undefined) {
    delete sales.responsible
    delete sales.accountable
    sales.ticked = ['vendor', 'partner']
  }
  edit(file)
  number += 1
  const path = at(`deal-${number}.yaml`)
  const text = agreementText(file, path).replace('high: 8 hours', 'high: 8 hours # as they said')
  writeFileSync(path, `# Talk to Ines before changing this.\n${text}`)
  return path
}

const fixed = async (...argv: string[]) => {
  const json = argv.includes('--json')
  const out = capturedOutput({ json, width: 120 })
  const code = await run(['--today', '2027-03-01', ...argv], out)
  return { code, text: out.text(), errors: out.errors() }
}

describe('entente fix', () => {
  test('writes a draft that checks, keeps comments, and says what changed and what needs people', async () => {
    const [source, goal] = [gapped(), at('mended.yaml')]
    const { code, text } = await fixed(source, '-o', goal)
    expect(code).toBe(0)
    expect(text).toContain('2 findings mended')
    expect(text).toContain('~ High response: 8 hours → 8 business hours')
    expect(text).toContain('Notice: not agreed → 90 days')
    expect(text).toContain(
      '--choose responsibilities.both-sides-without-accountable=vendor|partner',
    )
    const written = readFileSync(goal, 'utf8')
    expect(written).toContain('# Talk to Ines before changing this.')
    expect(written).toContain('high: 8 business hours # as they said')
    const changed = readFileSync(source, 'utf8')
      .split('\n')
      .filter((line) => !written.includes(line))
    expect(changed).toEqual(['      high: 8 hours # as they said'])
    expect(await runCheck([goal], capturedOutput())).toBe(0)
  })

  test('a second run has nothing to mend and writes nothing', async () => {
    const goal = at('again.yaml')
    const { text } = await fixed(at('mended.yaml'), '-o', goal)
    expect(text).toContain('Nothing to mend')
    expect(existsSync(goal)).toBe(false)
  })

  test('without an output it shows and writes nothing', async () => {
    const source = gapped()
    const before = readFileSync(source, 'utf8')
    expect((await fixed(source)).text).toContain('Nothing was written')
    expect((await fixed(source, '--in-place', '--dry-run')).text).toContain('Nothing was written')
    expect(readFileSync(source, 'utf8')).toBe(before)
  })

  test('mends only what is named, in place', async () => {
    const source = gapped()
    await fixed(source, '--in-place', '--code', 'term.notice-missing')
    const written = readFileSync(source, 'utf8')
    expect(written).toContain('period: 90 days')
    expect(written).toContain('high: 8 hours # as they said')
  })

  test('takes answers, also for one place alone', async () => {
    const goal = at('answered.yaml')
    const question = 'responsibilities.both-sides-without-accountable@/responsibilities/2'
    const { text } = await fixed(gapped(), '-o', goal, '--choose', `${question}=partner`, '--json')
    const report = JSON.parse(text) as { applied: { code: string; choice?: string }[] }
    expect(report.applied.find(({ choice }) => choice !== undefined)?.choice).toContain(
      'Brevik Automation',
    )
    expect(readFileSync(goal, 'utf8')).toMatch(
      /label: Sales\n {4}responsible: \[ ?partner-sales ?\]\n {4}accountable: partner-sales/,
    )
  })

  test('writes down what is meant so with its reason, and refuses what no reason makes right', async () => {
    const because = 'The customer of this partnership has no segments.'
    const source = gapped((file) => delete file.scope?.segments)
    const goal = at('meant.yaml')
    const code = 'scope.segments-missing'
    const meant = await fixed(source, '-o', goal, '--meant', code, '--because', because, '--json')
    expect(meant.code).toBe(0)
    expect(readFileSync(goal, 'utf8')).toContain(`- code: ${code}\n    because: ${because}\n`)
    const { remaining } = JSON.parse(meant.text) as { remaining: { code: string }[] }
    expect(remaining.map((one) => one.code)).not.toContain(code)

    const error = await fixed(source, '--meant', 'term.notice-missing', '--because', because)
    expect(error).toMatchObject({
      code: 2,
      errors: expect.stringContaining('is an error') as string,
    })
    const absent = await fixed(source, '--meant', 'targets.one-sided', '--because', because)
    expect(absent).toMatchObject({ code: 2, errors: expect.stringContaining('not find') as string })
    const bare = await fixed(source, '--meant', code)
    expect(bare).toMatchObject({ code: 2, errors: expect.stringContaining('reason') as string })
  })

  test('a signed version becomes the next one and is never edited in place', async () => {
    const source = gapped((file) => {
      file.status = 'in-force'
      file.version = 2
    })
    expect((await fixed(source, '--in-place')).errors).toContain('both sides have accepted')
    const goal = at('amended.yaml')
    const { text } = await fixed(source, '-o', goal)
    expect(text).toContain('version 3, draft')
    const written = readFileSync(goal, 'utf8')
    expect(written).toMatch(/amends:\n {2}version: 2\n {2}hash: sha256:/)
    expect(written).toContain('apply: keep')
    expect((await fixed(goal)).text).toContain('Nothing to mend')
  })

  test('adds the public holidays of the country as dates, after those that are known', async () => {
    const source = gapped((file) => {
      const [office] = file.calendars ?? []
      if (office !== undefined) office.holidaysResolvedUntil = '2027-06-30'
    })
    const goal = at('holidays.yaml')
    await fixed(source, '-o', goal, '--code', 'calendars.holidays-end-before-term')
    const written = readFileSync(goal, 'utf8')
    expect(written).toContain('2027-12-25')
    expect(written).not.toContain('2027-05-01')
    expect(written.match(/2027-10-03/g)).toHaveLength(1)
  })

  test('JSON stays JSON', async () => {
    const source = at('deal.json')
    const file = soundFile()
    delete file.term?.notice
    writeFileSync(source, JSON.stringify(file))
    await fixed(source, '-o', at('mended.json'))
    const written = JSON.parse(readFileSync(at('mended.json'), 'utf8')) as AgreementFile
    expect(written.term?.notice).toEqual({ period: '90 days', form: 'in writing' })
  })

  test.each([
    [['--code', 'term.notice-mising'], 'Did you mean "term.notice-missing"?'],
    [['--all', '--code', 'term.notice-missing'], 'contradict'],
    [['-o', 'x.yaml', '--in-place'], 'contradict'],
    [['-o', '-'], 'not the name of a file'],
    [['--choose', 'nonsense'], 'is not an answer'],
    [
      ['--choose', 'responsibilities.both-sides-without-accountable=both'],
      'Its answers are vendor, partner',
    ],
  ])('refuses %j', async (extra, words) => {
    const { code, errors } = await fixed(gapped(), ...extra)
    expect(code).toBe(2)
    expect(errors).toContain(words)
  })

  test('does not replace a file unless forced', async () => {
    const [source, goal] = [gapped(), at('taken.yaml')]
    writeFileSync(goal, 'mine\n')
    expect((await fixed(source, '-o', goal)).code).toBe(2)
    expect(readFileSync(goal, 'utf8')).toBe('mine\n')
    expect((await fixed(source, '-o', goal, '--force')).code).toBe(0)
  })

  test('the command itself', () => {
    const goal = at('spawned.yaml')
    const { status, stdout } = spawnSync(entente, ['fix', gapped(), '-o', goal, '--json'], {
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ written: goal, status: 'draft' })
  })
})
