import { z } from 'zod'
import { logMapping, logMappingFormat } from './log-mapping.ts'

/** The form of a mapping as JSON Schema, for editors; `docs/schema/log-mapping-1.schema.json` is this. */
export const mappingSchema = (): object => ({
  $id: 'https://entente.example/schema/log-mapping-1.schema.json',
  title: `How to read a log of work (${logMappingFormat})`,
  ...z.toJSONSchema(logMapping, { io: 'input', target: 'draft-2020-12' }),
})
