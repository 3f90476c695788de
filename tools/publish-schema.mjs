// Writes the JSON Schema of the agreement file from the form in the domain. Run with Node 26:
// node_modules/.bin/node tools/publish-schema.mjs
import { writeFileSync } from 'node:fs'
import { agreementJsonSchemaText } from '../domain/src/agreement/json-schema.ts'

const file = new URL('../docs/schema/agreement-1.schema.json', import.meta.url)
writeFileSync(file, agreementJsonSchemaText())
