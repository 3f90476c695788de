import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { createHttp } from '@entente/server/app/http.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

// A channel manager opens Entente, gives it an agreement file and reads what is missing, in a real browser.

const root = resolve(import.meta.dirname, '../..')
const signed = join(root, 'docs/examples/larkfield-brevik.yaml')

let http: ReturnType<typeof createHttp>
let address: string
let browser: Browser
let folder: string

beforeAll(async () => {
  http = createHttp()
  address = await http.listen({ host: '127.0.0.1', port: 0 })
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'entente-journey-'))
}, 120_000)

afterAll(async () => {
  await browser.close()
  await http.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('a draft without calendars shows its findings, each with its fix', async () => {
    const page = await open(colorScheme)
    await choose(page, 'draft.yaml', draft)
    await page.getByText('A version with errors cannot be proposed').waitFor()
    const findings = page.getByRole('listitem')
    expect(await findings.count()).toBeGreaterThan(5)
    expect(await page.getByText('calendars.missing').count()).toBeGreaterThan(0)
    expect(await page.getByText('Monday to Friday, 9:00 to 17:00, UTC').count()).toBeGreaterThan(0)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })

  test('a file with a wrong unit is refused by line, and nothing is lost', async () => {
    const page = await open(colorScheme)
    await choose(page, 'wrong.yaml', draft.replace('4 business hours', '5 dayz'))
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.textContent()).toContain('wrong.yaml cannot be read as an agreement')
    expect(await refusal.textContent()).toMatch(/Line 9: .*5 dayz/)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})

test('what is meant so stands apart, with its reason', async () => {
  const page = await open('light')
  const because = 'The rules of engagement follow in spring.'
  const meant = `meant: [{ code: rulebook.missing, because: "${because}" }]\n`
  await choose(page, 'meant.yaml', draft + meant)
  await page.getByRole('heading', { name: 'Known and meant so' }).waitFor()
  await page.getByText(`Meant so: ${because}`).waitFor()
  expect(await page.getByText('rulebook.missing').count()).toBe(1)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('an agreement in which everything is agreed says so', async () => {
  const page = await open('light')
  await page.getByLabel('Choose an agreement file').setInputFiles(signed)
  await page.getByText(/sha256:[0-9a-f]{64}/).waitFor()
  expect(await page.getByText('Error', { exact: true }).count()).toBe(0)
})

const draft = `format: entente/agreement@1
id: larkfield-quaystone
parties:
  vendor: { name: Larkfield Robotics }
  partner: { name: Quaystone Supply }
priorities: [{ id: high, label: High }]
targets:
  - kind: case.response
    byPriority: { high: 4 business hours }
`

async function open(colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ colorScheme })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, text)
  await page.getByLabel('Choose an agreement file').setInputFiles(path)
}
