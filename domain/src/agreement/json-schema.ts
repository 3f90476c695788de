import { z } from 'zod'
import { agreementFile } from './agreement.ts'

/**
 * The JSON Schema (draft 2020-12) of an agreement file, by which an editor completes and checks. It is written from
 * the form itself, so the two cannot differ in what they know; the form says more, because it reads times and
 * triggers as sentences.
 */
export const agreementJsonSchema = (): Readonly<Record<string, unknown>> => {
  const { $schema, ...schema } = z.toJSONSchema(agreementFile, {
    io: 'input',
    target: 'draft-2020-12',
  })
  return {
    $schema,
    $id: 'urn:entente:agreement:1',
    title: 'Entente agreement',
    description:
      'A channel partnership agreement as data: scope, responsibilities, response times, escalation, reporting, term.',
    ...schema,
  }
}

/** The text of the published file. */
export const agreementJsonSchemaText = (): string =>
  `${JSON.stringify(agreementJsonSchema(), null, 2)}\n`
