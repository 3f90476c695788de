import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeTables } from './describe-tables.ts'
import { openTestDatabase } from './testing/test-database.ts'

const { place } = await openTestDatabase()

test('tables.ts is what tools/publish-tables.mjs would write', async () => {
  const written = readFileSync(new URL('tables.ts', import.meta.url), 'utf8')
  expect(await describeTables(place.connection('owner'))).toBe(written)
})
