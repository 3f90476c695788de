import type { Agreement, AgreementFile } from '@entente/domain/agreement/agreement.ts'
import { completeFile } from '@entente/domain/agreement/document/complete-agreement.ts'
import { readForm } from '@entente/domain/agreement/form.ts'
import { standardDraft } from '@entente/domain/agreement/standard-template.ts'
import { variedFile } from '@entente/domain/agreement/varied-file.ts'
import * as fc from 'fast-check'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { forbiddenControl } from '../document/utf8-text.ts'
import { readAgreement, readAgreementText } from './read-agreement.ts'
import { agreementText, writeAgreement } from './write-agreement.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-write-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const draft = (): AgreementFile =>
  standardDraft({
    id: 'larkfield-brevik',
    vendor: { name: 'Larkfield Robotics', timeZone: 'Europe/Berlin', country: 'DE' },
    partner: { name: 'Brevik Automation', timeZone: 'Europe/Oslo', country: 'NO' },
  })

describe('the text of an agreement', () => {
  test('is written as people write: short forms, sections, no quotes but where a reader might err', () => {
    const text = agreementText(draft(), join(folder, 'a.yaml'))
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S+agreement-1\.schema\.json\n/)
    expect(text).toContain('      critical: 4 business hours\n')
    expect(text).toContain('        trigger: at breach\n')
    expect(text).toContain('    accountable: channel-manager\n')
    expect(text).toContain('    period: 90 days\n')
    expect(text).toContain('\n# 6. Term and termination\nterm:\n')
    expect(text).toContain('country: "NO"')
    expect(text.replace('country: "NO"', '').replace('country: "NO"', '')).not.toContain('"')
  })

  test('follows the order of the form, whatever the order of the data', () => {
    const shuffled = Object.fromEntries(Object.entries(draft()).toReversed()) as AgreementFile
    expect(agreementText(shuffled, 'a.yaml')).toBe(agreementText(draft(), 'a.yaml'))
  })

  test('reads back as the same agreement, as YAML and as JSON', () => {
    const choices = fc.array(fc.nat(), { maxLength: 4 })
    fc.assert(
      fc.property(choices, fc.string({ unit: 'binary', minLength: 1 }), (edits, words) => {
        const file = variedFile<AgreementFile>(completeFile, edits)
        if (isReadable(words)) file.notes = [{ text: words }]
        const form = readForm(file)
        fc.pre(form.ok)
        if (!form.ok) return
        for (const name of ['a.json', 'a.yaml']) {
          expect(termsOf(readBack(agreementText(file, name), name))).toEqual(termsOf(form.value))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('data that has not the form is written as it is, because a draft must not be lost', () => {
    const broken = { ...draft(), title: 12 } as unknown as AgreementFile
    expect(agreementText(broken, 'a.yaml')).toContain('title: 12\n')
  })
})

describe('the file', () => {
  test('is not overwritten unless somebody insists', async () => {
    const file = join(folder, 'a.yaml')
    expect(await writeAgreement(file, draft())).toMatchObject({ ok: true })
    writeFileSync(file, 'mine')
    expect(await writeAgreement(file, draft())).toMatchObject({
      ok: false,
      refusal: { code: 'file.exists' },
    })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(await writeAgreement(file, draft(), { force: true })).toMatchObject({ ok: true })
    expect(await readAgreement(file)).toMatchObject({ ok: true })
    expect(readdirSync(folder)).toEqual(['a.yaml'])
  })

  test('two writers at once: one of them wins', async () => {
    const file = join(folder, 'a.yaml')
    const written = await Promise.all(
      Array.from({ length: 8 }, () => writeAgreement(file, draft())),
    )
    expect(written.filter(({ ok }) => ok)).toHaveLength(1)
    expect(readdirSync(folder)).toEqual(['a.yaml'])
  })

  test('keeps its rights and its link when it is replaced', async () => {
    const file = join(folder, 'a.yaml')
    const link = join(folder, 'link.yaml')
    writeFileSync(file, 'mine')
    chmodSync(file, 0o640)
    symlinkSync(file, link)
    expect(await writeAgreement(link, draft(), { force: true })).toMatchObject({ ok: true })
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readFileSync(file, 'utf8')).toContain('larkfield-brevik')
  })

  test('a folder that does not exist and a folder in its place are refused', async () => {
    expect(await writeAgreement(join(folder, 'no', 'a.yaml'), draft())).toMatchObject({
      ok: false,
      refusal: { code: 'file.no-folder' },
    })
    expect(await writeAgreement(folder, draft(), { force: true })).toMatchObject({
      ok: false,
      refusal: { code: 'file.is-folder' },
    })
  })
})

function readBack(text: string, name: string): Agreement {
  const read = readAgreementText(text, name)
  if (!read.ok) throw new Error(`${JSON.stringify(read.refusal)}\n${text}`)
  return read.value.agreement
}

/** The schema's address is a matter of the file, not of the agreement. */
function termsOf(agreement: Agreement): unknown {
  const { $schema: _schema, ...terms } = agreement
  return JSON.parse(JSON.stringify(terms))
}

/** Reading refuses half characters and control characters, which no keyboard writes into an agreement. */
const isReadable = (words: string): boolean =>
  words.isWellFormed() && words.trim() !== '' && words.search(forbiddenControl) === -1
