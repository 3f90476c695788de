import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { databaseUser } from './system-user.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) {
    chmodSync(join(folder, 'package/native/lib'), 0o755)
    rmSync(folder, { recursive: true })
  }
})

/** A package as it lies there after an install without scripts. */
function packageIn(): { folder: string; native: string; copies: string } {
  const folder = mkdtempSync(join(tmpdir(), 'entente-package-'))
  folders.push(folder)
  chmodSync(folder, 0o755)
  const native = join(folder, 'package/native')
  for (const part of ['bin', 'lib']) mkdirSync(join(native, part), { recursive: true })
  writeFileSync(join(folder, 'package/package.json'), '{ "version": "18.4.0-beta.17" }')
  writeFileSync(join(native, 'bin/postgres'), 'the server', { mode: 0o755 })
  writeFileSync(join(native, 'lib/libpq.so.5.18'), 'the library')
  writeFileSync(join(native, 'lib/libpq.a'), 'not needed to run')
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  return { folder, native, copies: join(folder, 'copies') }
}

const user = databaseUser('/nowhere')

test('a package is used where it lies, and its links are made', async () => {
  const { native, copies } = packageIn()
  expect(await findBinaries(user, copies, native)).toEqual({
    ok: true,
    value: { folder: native, version: '18.4.0-beta.17', major: 18 },
  })
  expect(readFileSync(join(native, 'lib/libpq.so.5'), 'utf8')).toBe('the library')
  expect(existsSync(copies)).toBe(false)
})

test('one that the account cannot reach or complete is copied, once, and older copies go', async () => {
  const { folder, native, copies } = packageIn()
  // Root may write anywhere, but runs PostgreSQL as somebody who cannot enter.
  if (process.geteuid?.() === 0) chmodSync(join(folder, 'package'), 0o700)
  else chmodSync(join(native, 'lib'), 0o555)
  mkdirSync(join(copies, '17.0.0'), { recursive: true })

  const copy = join(copies, '18.4.0-beta.17/native')
  expect(await findBinaries(user, copies, native)).toMatchObject({ value: { folder: copy } })
  expect(await findBinaries(user, copies, native)).toMatchObject({ value: { folder: copy } })
  expect(readFileSync(join(copy, 'lib/libpq.so.5'), 'utf8')).toBe('the library')
  expect(existsSync(join(copy, 'lib/libpq.a'))).toBe(false)
  expect(existsSync(join(copies, '17.0.0'))).toBe(false)
})

test('here PostgreSQL 18 is installed; a machine without it is told what else to do', async () => {
  expect(await findBinaries(user, packageIn().copies)).toMatchObject({ value: { major: 18 } })
  expect(await findBinaries(user, '/nowhere', null)).toMatchObject({
    refusal: { fix: expect.stringContaining('DATABASE_URL') },
  })
})
