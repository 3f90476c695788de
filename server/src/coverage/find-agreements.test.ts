import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditFolder } from './audit-folder.ts'
import { findAgreements } from './find-agreements.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'

const agreement = (partner: string): string =>
  `format: entente/agreement@1\nid: deal\nparties: { vendor: {}, partner: { name: ${partner} } }\n`

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-coverage-'))
  mkdirSync(join(folder, 'north', 'deep'), { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(folder, 'a.yaml'), agreement('Brevik'))
  writeFileSync(join(folder, 'north', 'b.yml'), agreement('Lindqvist'))
  const json = { format: 'entente/agreement@1', id: 'c', parties: { vendor: {}, partner: {} } }
  writeFileSync(join(folder, 'north', 'deep', 'c.json'), JSON.stringify(json))
  writeFileSync(join(folder, 'broken.yaml'), `${agreement('X')}scope: [\n`)
  writeFileSync(join(folder, 'other.yaml'), 'services: {}\n')
  writeFileSync(join(folder, 'binary.yaml'), Buffer.from([0, 1, 2, 255, 0]))
  writeFileSync(join(folder, 'large.json'), Buffer.alloc(3 * 1024 * 1024, 32))
  writeFileSync(join(folder, 'readme.md'), agreement('No'))
  writeFileSync(join(folder, 'node_modules', 'd.yaml'), agreement('No'))
  writeFileSync(join(folder, '.git', 'e.yaml'), agreement('No'))
  symlinkSync('..', join(folder, 'north', 'loop'))
  symlinkSync('a.yaml', join(folder, 'second-name.yaml'))
  symlinkSync('nowhere.yaml', join(folder, 'dangling.yaml'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const named = (files: readonly string[]): readonly string[] =>
  files.map((file) => relative(folder, file))

test('finds agreements in every folder once, and says why it passed others over', async () => {
  const found = await findAgreements(folder)
  if (!found.ok) throw new Error(found.refusal.sentence)
  const { agreements, skipped } = found.value
  expect(named(agreements)).toEqual(['a.yaml', 'broken.yaml', 'north/b.yml', 'north/deep/c.json'])
  expect(named(skipped.map(({ file }) => file))).toEqual([
    'binary.yaml',
    'dangling.yaml',
    'large.json',
    'other.yaml',
  ])
  for (const { reason } of skipped) expect(reason).toMatch(/^(?:it|the) .+/)
})

test('audits what can be read and reports what cannot', async () => {
  const audited = await auditFolder(folder, { today: '2027-03-01' as PlainDate })
  if (!audited.ok) throw new Error(audited.refusal.sentence)
  const { table, unreadable } = audited.value
  expect(table.rows.map(({ partner }) => partner).toSorted()).toEqual([
    'Brevik',
    'Lindqvist',
    'partner without a name',
  ])
  expect(named(unreadable.map(({ file }) => file))).toEqual(['broken.yaml'])
  expect(unreadable[0]?.refusals[0]?.line).toBeGreaterThan(3)
})

test('a folder that is not there is refused by name', async () => {
  const found = await findAgreements(join(folder, 'south'))
  expect(found).toMatchObject({ ok: false, refusal: { code: 'folder.unreadable' } })
})
