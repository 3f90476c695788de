// `npm run pictures`: renews the pictures of docs/pictures from the running product, light, dark and at phone width.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createHttp } from '@entente/server/app/http.ts'
import { openBrowser } from './browser.ts'

const root = resolve(import.meta.dirname, '../..')
const pictures = join(root, 'docs/pictures')
const draft = join(root, 'docs/examples/larkfield-quaystone-draft.yaml')

const shots = [
  { name: 'audit-light', colorScheme: 'light', width: 1440, height: 900 },
  { name: 'audit-dark', colorScheme: 'dark', width: 1440, height: 900 },
  { name: 'audit-phone', colorScheme: 'light', width: 390, height: 844 },
] as const

await mkdir(pictures, { recursive: true })
const http = createHttp()
const address = await http.listen({ host: '127.0.0.1', port: 0 })
const browser = await openBrowser()
for (const { name, colorScheme, width, height } of shots) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height } })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel('Choose an agreement file').setInputFiles(draft)
  await page.getByText('A version with errors cannot be proposed').waitFor()
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
await browser.close()
await http.close()
