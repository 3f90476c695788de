import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

// The boundary check proves itself here: each rule is broken on purpose in a small house of its own, and refuses.

const root = resolve(import.meta.dirname, '..')
const houses: string[] = []

afterEach(async () => {
  for (const house of houses.splice(0)) await rm(house, { recursive: true, force: true })
})

describe('the boundary check refuses', () => {
  test('a chapter that imports a later one', async () => {
    const broken = await cruise({
      'domain/src/agreement/agreement.ts': 'export const agreement = 1\n',
      'domain/src/time/calendar.ts':
        "import { agreement } from '../agreement/agreement.ts'\nexport const x = agreement\n",
    })
    expect(broken).toContain('chapter-time-looks-back')
  })

  test('a chapter that imports only a type of a later one', async () => {
    const broken = await cruise({
      'domain/src/agreement/agreement.ts': 'export interface Agreement { id: string }\n',
      'domain/src/time/calendar.ts':
        "import type { Agreement } from '../agreement/agreement.ts'\nexport type X = Agreement\n",
    })
    expect(broken).toContain('chapter-time-looks-back')
  })

  test('a package that imports one that stands on it', async () => {
    const broken = await cruise({
      'server/src/agreement/read.ts': 'export const read = 1\n',
      'domain/src/agreement/agreement.ts':
        "import { read } from '@entente/server/agreement/read.ts'\nexport const x = read\n",
    })
    expect(broken).toContain('package-domain-looks-down')
  })

  test('the web reaching past the contract into the server', async () => {
    const broken = await cruise({
      'server/src/app/http.ts': 'export const http = 1\n',
      'web/src/app/main.ts':
        "import { http } from '@entente/server/app/http.ts'\nexport const x = http\n",
    })
    expect(broken).toContain('package-web-looks-down')
  })

  test('a built-in module of Node in the domain', async () => {
    const broken = await cruise({
      'domain/src/time/calendar.ts':
        "import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n",
    })
    expect(broken).toContain('domain-is-pure')
  })

  test('a chapter that has no place in the list', async () => {
    const broken = await cruise({
      'domain/src/misc/thing.ts': 'export const thing = 1\n',
      'domain/src/evidence/chain.ts':
        "import { thing } from '../misc/thing.ts'\nexport const x = thing\n",
    })
    expect(broken).toContain('chapter-is-listed')
  })

  test("a slice that touches another slice's store", async () => {
    const broken = await cruise({
      'server/src/deal/deal.store.ts': 'export const store = 1\n',
      'server/src/lead/accept-lead.ts':
        "import { store } from '../deal/deal.store.ts'\nexport const x = store\n",
    })
    expect(broken).toContain('store-is-private')
  })

  test('two files that import each other', async () => {
    const broken = await cruise({
      'domain/src/time/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'domain/src/time/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
    })
    expect(broken).toContain('no-cycle')
  })
})

test('the boundary check lets a house in order pass', async () => {
  const broken = await cruise({
    'domain/src/time/calendar.ts': 'export const calendar = 1\n',
    'domain/src/agreement/agreement.ts':
      "import { calendar } from '../time/calendar.ts'\nexport const x = calendar\n",
    'cli/src/check.ts':
      "import { x } from '@entente/domain/agreement/agreement.ts'\nexport const y = x\n",
  })
  expect(broken).toEqual([])
})

/** Builds a house with these files and answers the names of the rules it breaks. */
async function cruise(files: Record<string, string>): Promise<string[]> {
  const house = await mkdtemp(join(tmpdir(), 'entente-house-'))
  houses.push(house)
  await mkdir(join(house, 'node_modules/@entente'), { recursive: true })
  for (const name of ['domain', 'contract', 'server', 'web', 'cli']) {
    await mkdir(join(house, name, 'src'), { recursive: true })
    const manifest = { name: `@entente/${name}`, type: 'module', exports: { './*': './src/*' } }
    await writeFile(join(house, name, 'package.json'), JSON.stringify(manifest))
    await symlink(join(house, name), join(house, 'node_modules/@entente', name))
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, path)), { recursive: true })
    await writeFile(join(house, path), text)
  }
  const output = await run(house)
  const report: { summary: { violations: { rule: { name: string } }[] } } = JSON.parse(output)
  return report.summary.violations.map((violation) => violation.rule.name)
}

function run(house: string): Promise<string> {
  const depcruise = join(root, 'node_modules/.bin/depcruise')
  const rooms = ['domain/src', 'contract/src', 'server/src', 'web/src', 'cli/src']
  const args = [
    depcruise,
    '--config',
    join(root, 'tools/boundaries.cjs'),
    '--output-type',
    'json',
    ...rooms,
  ]
  return new Promise((answer, fail) => {
    execFile(process.execPath, args, { cwd: house, maxBuffer: 1 << 26 }, (error, stdout) => {
      if (stdout === '') fail(error ?? new Error('the boundary check printed nothing'))
      else answer(stdout)
    })
  })
}
