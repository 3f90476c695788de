// Writes the types of the tables from a fresh database with all migrations. Run with Node 26:
// node_modules/.bin/node tools/publish-tables.mjs
import { rmSync, writeFileSync } from 'node:fs'
import { describeTables } from '../server/src/app/database/describe-tables.ts'
import { migrate } from '../server/src/app/database/migrate.ts'
import { openOwnPlace } from '../server/src/app/database/own-place.ts'

const dataFolder = `/tmp/entente-tables-${process.pid}`
const place = await openOwnPlace({ dataFolder, report: console.log })
if (!place.ok) throw new Error(place.refusal.sentence)
const migrated = await migrate(place.value.connection('owner'), { rolesLogIn: true })
if (!migrated.ok) throw new Error(migrated.refusal.sentence)

const file = new URL('../server/src/app/database/tables.ts', import.meta.url)
writeFileSync(file, await describeTables(place.value.connection('owner')))
await place.value.stop()
rmSync(dataFolder, { recursive: true })
