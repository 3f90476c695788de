import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { readMappingForm } from '@entente/domain/simulation/mapping-form.ts'
import { logMapping } from '@entente/domain/simulation/log-mapping.ts'
import { unusedCodes } from '@entente/domain/simulation/unused-rows.ts'
import { readYamlText } from '../document/read-yaml.ts'

let page: string
beforeAll(async () => {
  page = await readFile(new URL('../../../docs/simulation.md', import.meta.url), 'utf8')
})

test('the mapping on the page can be used as it stands', () => {
  const [, text = ''] = /```yaml\n([^]*?)```/.exec(page) ?? []
  const document = readYamlText(text, 'page.yaml')
  expect(document.ok && readMappingForm(document.value.data)).toMatchObject({ ok: true })
})

test.each(unusedCodes)('the page explains %s', (code) => {
  expect(page).toContain(`\`${code}\``)
})

test.each(Object.keys(logMapping.shape).filter((field) => field !== '$schema'))(
  'the page explains the field %s',
  (field) => {
    expect(page).toMatch(new RegExp(`\`${field}[\`.]|^${field}:`, 'm'))
  },
)
