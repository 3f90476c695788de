import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capturedOutput } from '../output.ts'
import { run } from '../simulate.ts'

const example = (name: string): Promise<string> =>
  readFile(
    fileURLToPath(new URL(`../../../docs/examples/simulate/${name}`, import.meta.url)),
    'utf8',
  )

let folder: string
let agreement: string
let files: Record<'log' | 'map', string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-report-'))
  agreement = await example('agreement.yaml')
  files = {
    log: await write('log.csv', await example('log.csv')),
    map: await write('map.yaml', await example('map.yaml')),
  }
})
afterAll(() => rm(folder, { recursive: true }))

const write = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

/** The report of the example with some of its files replaced. */
const report = async (changed: Partial<typeof files>, text: string, against?: string) => {
  const { log, map } = { ...files, ...changed }
  const first = await write('first.yaml', text)
  const beside = against === undefined ? [] : ['--against', await write('second.yaml', against)]
  const out = capturedOutput({ width: 120 })
  const code = await run([first, ...beside, '--log', log, '--map', map], out)
  return { code, text: out.text(), errors: out.errors() }
}

const withoutResolution = (text: string): string =>
  text.replace(/ {2}- kind: case\.resolution\n[\s\S]*?(?=pauses:)/, '')

describe('the report of a replay', () => {
  test('shows no table for what is not promised, and says so', async () => {
    const { text } = await report({}, withoutResolution(agreement))
    expect(text).toContain('\nResponse\n')
    expect(text).not.toContain('\nResolution\n')
    expect(text).toContain('The agreement promises no case.resolution by the vendor.')
  })

  test('of a log with nothing but a header names targets and ladder, and no dates', async () => {
    const header = (await example('log.csv')).split('\n')[0] ?? ''
    const { code, text } = await report({ log: await write('head.csv', `${header}\n`) }, agreement)
    expect(code).toBe(0)
    expect(text).toContain('0 cases from 0 rows of ')
    expect(text).not.toContain('1970')
    expect(text).toMatch(/Critical +2 business hours +0 /)
    expect(text).toMatch(/1 +Channel manager +Ines Varga +0 /)
  })

  test('of two agreements with other priorities says under which of them something is left out', async () => {
    const urgent = agreement.replaceAll('critical', 'urgent').replaceAll('Critical', 'Urgent')
    const { text } = await report({}, agreement, urgent)
    expect(text).toMatch(/\nUrgent +– → 2 business hours +0 /)
    expect(text).toContain(
      'Under the second agreement: 2 cases end at a priority for which no case.response is promised: no such clock.',
    )
    expect(text).toContain(
      'Under the second agreement: The mapping names the priority "critical", which the agreement does not have.',
    )
    expect(text).toContain('\n- 2 cases have no usable row: left out.')
  })
})

describe('a replay in which no clock could run is refused with the fix that fits', () => {
  test('the targets bind the other side', async () => {
    const partners = agreement.replaceAll('owedBy: vendor', 'owedBy: partner')
    const { code, errors } = await report({}, partners)
    expect(code).toBe(2)
    expect(errors).toContain('case.response binds the partner alone: write "owedBy: partner"')
  })

  test('the mapping does not show what is promised', async () => {
    const silent = (await example('map.yaml')).replace(/response:\n[\s\S]*?(?=resolution:)/, '')
    const map = await write('silent.yaml', silent)
    const { code, errors } = await report({ map }, withoutResolution(agreement))
    expect(code).toBe(2)
    expect(errors).toContain('Say under response.metBy of the mapping')
  })
})
