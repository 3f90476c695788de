import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { completeFile } from '@entente/domain/agreement/document/complete-agreement.ts'
import mammoth from 'mammoth'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capturedOutput } from './output.ts'
import { run } from './render.ts'

const command = fileURLToPath(new URL('../bin/entente', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-render-'))
  await writeFile(join(folder, 'deal.json'), JSON.stringify(completeFile))
  await writeFile(
    join(folder, 'draft.yaml'),
    'format: entente/agreement@1\nid: draft\nparties:\n  vendor: { country: US }\n  partner: { country: CA }\n',
  )
})
afterAll(() => rm(folder, { recursive: true }))

const inFolder = (name: string): string => join(folder, name)

async function rendered(...argv: string[]) {
  const out = capturedOutput({ json: true })
  const code = await run(argv, out)
  return { code, report: JSON.parse(out.text()) as Record<string, unknown> & Refused }
}

interface Refused {
  readonly refusals?: readonly { readonly code: string; readonly fix: string }[]
}

const pdfText = async (name: string): Promise<string> =>
  (await extractText(new Uint8Array(await readFile(inFolder(name))), { mergePages: true })).text

describe('entente render', () => {
  test('the command prints a PDF and says what it wrote', async () => {
    const out = inFolder('deal.pdf')
    const { stdout } = await promisify(execFile)(command, [
      'render',
      inFolder('deal.json'),
      '-o',
      out,
    ])
    expect(stdout).toMatch(/printed .*deal\.pdf, \d+ pages\nsha256:[0-9a-f]{64}\n/)
    const [, hash = 'no hash'] = /(sha256:\w+)/.exec(stdout) ?? []
    expect(await pdfText('deal.pdf')).toContain(hash)
  })

  test('the ending decides the form: a Word file with the same hash', async () => {
    const { code, report } = await rendered(inFolder('deal.json'), '-o', inFolder('deal.docx'))
    expect(code).toBe(0)
    const { value } = await mammoth.extractRawText({ path: inFolder('deal.docx') })
    expect(value).toContain(String(report['hash']))
    expect(report).toMatchObject({ format: 'docx', paper: 'a4', undrawable: [] })
  })

  test('a draft is printed with its gaps, on the paper of its parties', async () => {
    const { report } = await rendered(inFolder('draft.yaml'), '-o', inFolder('draft.pdf'))
    expect(report).toMatchObject({ paper: 'us-letter' })
    expect(await pdfText('draft.pdf')).toContain('Not agreed.')
  })

  test('the annex holds the audit of a day', async () => {
    const print = (name: string, ...more: string[]) =>
      rendered(inFolder('draft.yaml'), '-o', inFolder(name), ...more)
    await print('annex.pdf', '--annex', '--today', '2026-11-20')
    await print('alias.pdf', '--with-findings', '--today', '2026-11-20')
    const text = await pdfText('annex.pdf')
    expect(text).toMatch(/The audit of 20 November 2026 has found \d+ open points/)
    expect(text).toContain('term.notice-missing')
    expect(await readFile(inFolder('alias.pdf'))).toEqual(await readFile(inFolder('annex.pdf')))
    await print('plain.pdf')
    expect(await pdfText('plain.pdf')).not.toContain('Open points')
  })

  test('language and paper can be chosen', async () => {
    const out = inFolder('choice.docx')
    const wishes = ['--language', 'de-AT', '--paper', 'us-letter']
    const { report } = await rendered(inFolder('deal.json'), '-o', out, ...wishes)
    expect(report).toMatchObject({ paper: 'us-letter' })
  })

  test('an existing file is kept unless told otherwise', async () => {
    const out = inFolder('kept.pdf')
    await writeFile(out, 'mine')
    const refused = await rendered(inFolder('draft.yaml'), '-o', out)
    expect(refused).toMatchObject({ code: 2, report: { refusals: [{ code: 'file.exists' }] } })
    expect(await readFile(out, 'utf8')).toBe('mine')
    expect(await rendered(inFolder('draft.yaml'), '-o', out, '--force')).toMatchObject({ code: 0 })
    expect((await readFile(out, 'latin1')).slice(0, 5)).toBe('%PDF-')
  })

  test.each([
    [['draft.yaml'], 'render.no-output'],
    [['draft.yaml', '-o', 'deal.odt'], 'render.no-output'],
    [['draft.yaml', '-o', 'x.pdf', '--paper', 'a3'], 'render.unknown-paper'],
    [['draft.yaml', '-o', 'x.pdf', '--language', 'Deutsch!'], 'render.unknown-language'],
    [['draft.yaml', '-o', 'x.pdf', '--annex', '--today', '2026-02-30'], 'render.unreadable-date'],
    [['draft.yaml', '-o', 'x.pdf', '--papr', 'a4'], 'arguments.unknown-option'],
    [['absent.yaml', '-o', 'x.pdf'], 'file.missing'],
    [['draft.yaml', '-o', 'no-such-folder/x.pdf'], 'file.no-folder'],
  ])('%j is refused with %s and a fix', async (argv, code) => {
    const places = argv.map((word) => (/\.(yaml|pdf|odt)$/.test(word) ? inFolder(word) : word))
    const { code: exit, report } = await rendered(...places)
    expect(exit).toBe(2)
    expect(report.refusals?.map((one) => one.code)).toEqual([code])
    expect(report.refusals?.[0]?.fix).not.toBe('')
  })

  test('a file that is no agreement is refused before anything is written', async () => {
    await writeFile(inFolder('wrong.yaml'), 'format: entente/agreement@1\nid: Wrong Name\n')
    const { code, report } = await rendered(inFolder('wrong.yaml'), '-o', inFolder('wrong.pdf'))
    expect(code).toBe(2)
    expect(report.refusals?.length).toBeGreaterThan(0)
    await expect(readFile(inFolder('wrong.pdf'))).rejects.toThrow('ENOENT')
  })
})
