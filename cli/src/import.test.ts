import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { run } from './import.ts'
import { capturedOutput } from './output.ts'

const bin = fileURLToPath(new URL('../bin/entente', import.meta.url))
const standard = fileURLToPath(
  new URL('../../server/src/agreement/import-fixtures/00-standard.md', import.meta.url),
)
const prose = fileURLToPath(
  new URL('../../server/src/agreement/import-fixtures/01-contract-prose.md', import.meta.url),
)
const folder = mkdtempSync(join(tmpdir(), 'entente-import-'))
const output = join(folder, 'out.yaml')
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => rmSync(output, { force: true }))

interface Report {
  readonly draft: string
  readonly taken: readonly {
    readonly path: string
    readonly from: string
    readonly words: string
  }[]
  readonly notUnderstood: readonly { readonly source: string; readonly text: string }[]
  readonly notFilledIn: readonly unknown[]
  readonly unsure: readonly unknown[]
  readonly agreement: { readonly id: string }
}

describe('entente import', () => {
  test('writes a draft that "check" holds and "audit" finds the four double ticks in', () => {
    const said = JSON.parse(
      execFileSync(bin, ['import', standard, '-o', output, '--json'], { encoding: 'utf8' }),
    ) as Report
    expect(said.draft).toBe(output)
    expect(said.taken).toContainEqual({
      path: '/targets/1/byPriority/low',
      from: 'line 29',
      words: 'Low | 48 hours | 10 days',
    })
    expect(said.notFilledIn.length).toBe(5)
    execFileSync(bin, ['check', output])
    let audited = ''
    try {
      execFileSync(bin, ['audit', output, '--json'], { encoding: 'utf8' })
    } catch (error) {
      audited = (error as { readonly stdout: string }).stdout
    }
    const codes = (
      JSON.parse(audited) as { readonly findings: readonly { readonly code: string }[] }
    ).findings.map((one) => one.code)
    expect(
      codes.filter((code) => code === 'responsibilities.both-sides-without-accountable').length,
    ).toBe(4)
    expect(
      codes.filter((code) => /^(?:calendars|ladders|term)\./.test(code)).length,
    ).toBeGreaterThan(2)
  })

  test('shows what was taken from where, what was not understood and the next command', async () => {
    const out = capturedOutput({ width: 160 })
    expect(await run([prose, '-o', output], out)).toBe(0)
    expect(out.text()).toMatch(/line 41 +6\.1 This Agreement commences on 1 January 2027/)
    expect(out.text()).toContain('This Agreement is governed by the laws of Germany.')
    expect(out.text()).toContain(`next: entente audit ${output}`)
    expect(readFileSync(output, 'utf8')).toContain(
      'id: larkfield-robotics-gmbh-brevik-automation-as',
    )
  })

  test('takes the id that is wished, and refuses one that cannot be', async () => {
    expect(await run([standard, '-o', output, '--id', 'brevik'], capturedOutput())).toBe(0)
    expect(readFileSync(output, 'utf8')).toContain('id: brevik\n')
    const out = capturedOutput()
    expect(await run([standard, '-o', output, '--id', 'Not An Id', '--force'], out)).toBe(2)
    expect(out.errors()).toContain('"Not An Id"')
  })

  test('never replaces a file unasked', async () => {
    writeFileSync(output, 'mine')
    const out = capturedOutput()
    expect(await run([standard, '-o', output], out)).toBe(2)
    expect(out.errors()).toContain('exists already')
    expect(readFileSync(output, 'utf8')).toBe('mine')
    expect(await run([standard, '-o', output, '--force'], capturedOutput())).toBe(0)
  })

  test('refuses a document in which nothing is recognised, unless it is wanted as notes', async () => {
    const file = join(folder, 'poem.txt')
    writeFileSync(file, 'The moor is wide, the wind is cold.\n')
    const out = capturedOutput({ json: true })
    expect(await run([file, '-o', output], out)).toBe(2)
    expect(out.text()).toContain('import.nothing-recognised')
    expect(existsSync(output)).toBe(false)
    expect(await run([file, '-o', output, '--force'], capturedOutput())).toBe(0)
    expect(readFileSync(output, 'utf8')).toContain('The moor is wide')
  })

  test('says which party is the vendor where the document does not', async () => {
    const file = join(folder, 'two.md')
    writeFileSync(
      file,
      'This agreement is made between Ostrava Tools Ltd and Pelham Controls Inc.\n\n| Activity | Pelham | Ostrava |\n|---|---|---|\n| Sales | x | |\n',
    )
    const out = capturedOutput({ json: true })
    expect(await run([file, '-o', output, '--vendor', 'Pelham Controls Inc.'], out)).toBe(0)
    const { agreement } = JSON.parse(out.text()) as {
      readonly agreement: { readonly parties: unknown; readonly responsibilities: unknown }
    }
    expect(agreement.parties).toMatchObject({
      vendor: { name: 'Pelham Controls Inc.' },
      partner: { name: 'Ostrava Tools Ltd' },
    })
    expect(agreement.responsibilities).toMatchObject([{ label: 'Sales', ticked: ['vendor'] }])
  })
})
