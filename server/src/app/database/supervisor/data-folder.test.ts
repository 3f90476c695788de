import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { defaultDataFolder, openDataFolder } from './data-folder.ts'
import { socketFolderOf } from './socket-folder.ts'
import { barredFolder, databaseUser } from './system-user.ts'

const isRoot = process.geteuid?.() === 0
const checkout = mkdtempSync(join(tmpdir(), 'entente-checkout-'))
afterAll(() => rmSync(checkout, { recursive: true }))

test('the data lies in the checkout, except under root where the database could not reach it', () => {
  chmodSync(checkout, 0o755)
  expect(defaultDataFolder(checkout)).toBe(join(checkout, '.data'))
  chmodSync(checkout, 0o700)
  expect(defaultDataFolder(checkout)).toBe(isRoot ? '/var/lib/entente' : join(checkout, '.data'))
})

test('only root runs the database as somebody else', () => {
  expect(databaseUser(join(checkout, 'none')).ids === undefined).toBe(!isRoot)
  chmodSync(checkout, 0o700)
  const barred = barredFolder(join(checkout, 'inner'), databaseUser(join(checkout, 'none')))
  expect(barred).toBe(isRoot ? checkout : undefined)
})

test('a data folder that is a file is refused by name', () => {
  const file = join(checkout, 'file')
  writeFileSync(file, '')
  expect(openDataFolder(file)).toMatchObject({
    refusal: { code: 'database.folder-unusable', sentence: expect.stringContaining(file) },
  })
})

test.each([
  ['/srv/entente', '/srv/entente/socket'],
  [`/srv/${'a'.repeat(76)}`, `/srv/${'a'.repeat(76)}/socket`],
])('the socket of %s is inside while its path fits', (folder, socket) => {
  expect(socketFolderOf(folder)).toBe(socket)
})

test('one byte longer, in letters of two bytes, and it is under /tmp, its own for each folder', () => {
  const long = `/srv/${'é'.repeat(46)}`
  expect(socketFolderOf(long)).toMatch(/^\/tmp\/entente-[0-9a-f]{16}$/)
  expect(socketFolderOf(`${long}2`)).not.toBe(socketFolderOf(long))
})
