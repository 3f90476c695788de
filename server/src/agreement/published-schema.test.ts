import type { AgreementFile } from '@entente/domain/agreement/agreement.ts'
import { completeFile } from '@entente/domain/agreement/document/complete-agreement.ts'
import { readForm } from '@entente/domain/agreement/form.ts'
import { agreementJsonSchemaText } from '@entente/domain/agreement/json-schema.ts'
import { standardDraft } from '@entente/domain/agreement/standard-template.ts'
import { variedFile } from '@entente/domain/agreement/varied-file.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAgreementText } from './read-agreement.ts'

const docs = new URL('../../../docs/', import.meta.url)
const published = readFileSync(new URL('schema/agreement-1.schema.json', docs), 'utf8')

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
})
addFormats.default(ajv)
const fits = ajv.compile(JSON.parse(published) as object)

test('the published schema is the one of the form: "node tools/publish-schema.mjs" writes it', () => {
  expect(published).toBe(agreementJsonSchemaText())
})

test('every field says what it is for, so that an editor can', () => {
  expect(undescribed(JSON.parse(published), '')).toEqual([])
})

describe('the schema and the form agree', () => {
  const draft = standardDraft({ id: 'a', vendor: { timeZone: 'Europe/Berlin' }, partner: {} })

  test.each([
    ['a complete agreement', completeFile],
    ['the standard draft', draft],
  ])('both accept %s', (_, file) => {
    expect(readForm(file).ok).toBe(true)
    expect(fits(file) ? [] : fits.errors).toEqual([])
  })

  const examples = new URL('examples/', docs)
  const files = readdirSync(examples).filter((name) => name.endsWith('.yaml'))
  test.each(files)('both accept docs/examples/%s', (name) => {
    const read = readAgreementText(readFileSync(new URL(name, examples), 'utf8'), name)
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    expect(fits(read.value.file) ? [] : fits.errors).toEqual([])
  })

  test.each<[string, object]>([
    ['no format', { format: undefined }],
    ['another format', { format: 'entente/agreement@2' }],
    ['an unknown section', { responsibilites: [] }],
    ['a wrong unit', { targets: [{ kind: 'case.response', target: '5 dayz' }] }],
    ['a wrong period', { term: { notice: { period: '90 dayz' } } }],
    ['a day that does not exist', { term: { startsOn: '2027-02-30' } }],
    ['an unknown choice', { term: { renewal: { mode: 'maybe' } } }],
    ['a number as text', { title: 12 }],
    ['an empty text', { title: ' ' }],
    ['a name with capitals', { id: 'Larkfield' }],
    ['a priority with capitals', { targets: [{ kind: 'a.b', byPriority: { High: '1 day' } }] }],
    [
      'opening hours of another form',
      { calendars: [{ id: 'a', timeZone: 'x', week: { mon: ['9-5'] } }] },
    ],
    [
      'a trigger in other words',
      { ladders: [{ side: 'vendor', levels: [{ level: 1, trigger: 'soon' }] }] },
    ],
  ])('both refuse %s', (_, change) => {
    const file = JSON.parse(JSON.stringify({ ...draft, ...change })) as unknown
    expect(readForm(file).ok).toBe(false)
    expect(fits(file)).toBe(false)
  })

  test('the schema refuses nothing that the form reads, and knows every field and type that the form knows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 3 }), (choices) => {
        const file = variedFile<AgreementFile>(completeFile, choices)
        const form = readForm(file)
        const faults = form.ok ? [] : form.refusal.faults
        // Times, dates and triggers are sentences; how they read is more than a schema can say.
        const said = faults.filter(({ code }) => code !== 'form.unreadable')
        expect({ choices, fits: fits(file) || (said.length === 0 && faults.length > 0) }).toEqual({
          choices,
          fits: said.length === 0,
        })
      }),
      { numRuns: 400 },
    )
  })
})

function undescribed(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const {
    properties = {},
    items,
    anyOf = [],
  } = schema as {
    properties?: Record<string, { description?: string }>
    items?: object
    anyOf?: object[]
  }
  const missing = Object.keys(properties).filter((name) => !properties[name]?.description)
  const inside = Object.entries(properties).flatMap(([name, field]) =>
    undescribed(field, `${path}/${name}`),
  )
  return missing
    .map((name) => `${path}/${name}`)
    .concat(
      inside,
      undescribed(items, path),
      anyOf.flatMap((one) => undescribed(one, path)),
    )
}
