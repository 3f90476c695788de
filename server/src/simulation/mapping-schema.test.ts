import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { mappingSchema } from '@entente/domain/simulation/mapping-schema.ts'

/** A stale file fails; `npx vitest run server/src/simulation/mapping-schema -u` writes it anew. */
test('the published schema is that of the form', async () => {
  const file = fileURLToPath(
    new URL('../../../docs/schema/log-mapping-1.schema.json', import.meta.url),
  )
  await expect(`${JSON.stringify(mappingSchema(), null, 2)}\n`).toMatchFileSnapshot(file)
})
