import { expect, test } from 'vitest'
import { findingsCatalogue } from './findings-catalogue.ts'
import { findingsPage } from './findings-page.ts'

test('docs/findings.md says what the catalogue says', async () => {
  await expect(findingsPage()).toMatchFileSnapshot('../../../docs/findings.md')
})

test('every code has a heading and a reason that is a sentence', () => {
  const entries = Object.entries(findingsCatalogue)
  for (const [code, { title, why }] of entries) {
    expect(code).toMatch(/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/)
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    expect(why).toMatch(/^[A-Z"].*[.]$/)
  }
})
