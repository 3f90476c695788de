import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMappingForm } from '@entente/domain/simulation/mapping-form.ts'
import type { LogMapping } from '@entente/domain/simulation/log-mapping.ts'
import { readLog, type LogResult, type ReadLogOptions } from './read-log.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-log-'))
})
afterAll(() => rm(folder, { recursive: true }))

const mappingWith = (changes: object = {}): LogMapping => {
  const read = readMappingForm({
    format: 'entente/log-mapping@1',
    columns: { case: 'case', at: 'at', state: 'state' },
    defaultPriority: 'high',
    dateFormat: 'iso',
    timeZone: 'UTC',
    states: { New: 'open', Gelöst: 'met' },
    ...changes,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

let files = 0
const readBytes = async (
  content: string | Uint8Array,
  changes: object = {},
  options: ReadLogOptions = {},
): Promise<LogResult> => {
  files += 1
  const file = join(folder, `log-${files}.csv`)
  await writeFile(file, content)
  return readLog(file, mappingWith(changes), options)
}

const plain = 'case,at,state\nA,2026-05-04,New\nA,2026-05-05,Gelöst\nB,2026-05-06,New\n'

const isPlain = {
  ok: true,
  value: { counts: { rows: 3, used: 3, cases: 2 }, caseIds: ['A', 'B'] },
}

describe('the same log is read', () => {
  test.each([
    ['plain', plain],
    ['packed, whatever its name', gzipSync(plain)],
    [
      'packed in two members',
      Buffer.concat([gzipSync(plain.slice(0, 30)), gzipSync(plain.slice(30))]),
    ],
    ['with a byte order mark', `\uFEFF${plain}`],
    ['with CRLF', plain.replaceAll('\n', '\r\n')],
    ['with CR', plain.replaceAll('\n', '\r')],
    ['with mixed line ends', plain.replace('\n', '\r\n')],
    ['without a last line end', plain.trimEnd()],
    ['with empty lines', `\n${plain.replaceAll('\n', '\n\n')}\n`],
    ['with semicolons', plain.replaceAll(',', ';')],
    ['with tabs', plain.replaceAll(',', '\t')],
    ['quoted throughout', plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ['quoted throughout, with CRLF', plain.replaceAll(/[^,\n]+/g, '"$&"').replaceAll('\n', '\r\n')],
    ['in UTF-16 with its mark', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
  ])('%s', async (_, content) => {
    expect(await readBytes(content)).toMatchObject(isPlain)
  })

  test('in Latin-1 where the mapping says so', async () => {
    expect(await readBytes(Buffer.from(plain, 'latin1'), { encoding: 'latin1' })).toMatchObject(
      isPlain,
    )
  })

  test('with line breaks and quotes inside cells, and lines are counted right', async () => {
    const text =
      'case,at,state,text\nA,2026-05-04,New,"one\ntwo ""three"", four"\nB,2026-02-30,New,"x\n\n"\nC,2026-02-31,New,\n'
    const read = await readBytes(text)
    expect(read.ok && read.value.unused.list().map(({ row, line }) => [row, line])).toEqual([
      [2, 4],
      [3, 7],
    ])
  })

  test('whatever a chunk of the file cuts: characters of several bytes, line ends, quotes', async () => {
    const cell = '"é, ""ü""\r\nß€🙂"'
    const rows = Array.from({ length: 40_000 }, (_, i) => `K-${i},2026-05-04,New,${cell}`)
    const read = await readBytes(['case,at,state,text', ...rows, ''].join('\r\n'))
    expect(read.ok && read.value.counts).toMatchObject({
      rows: 40_000,
      used: 40_000,
      cases: 40_000,
    })
    expect(read.ok && read.value.caseIds[39_999]).toBe('K-39999')
  })
})

const codes = (read: LogResult): readonly string[] =>
  read.ok ? [] : read.refusals.map(({ code }) => code)

describe('a log is refused', () => {
  test.each([
    ['empty', '', 'log.empty'],
    ['only line ends', '\n\n', 'log.empty'],
    ['zero bytes', `case,at,state\nA,\0,New\n`, 'log.not-text'],
    ['not UTF-8', Buffer.from(plain, 'latin1'), 'log.wrong-encoding'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
      'log.wrong-encoding',
    ],
    ['a broken archive', gzipSync(plain).subarray(0, 40), 'log.broken-archive'],
    [
      'no archive behind the signature',
      Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6]),
      'log.broken-archive',
    ],
    ['a column twice', plain.replace('case,at,state', 'case,at,at,state'), 'log.column-twice'],
  ])('%s', async (_, content, code) => {
    expect(codes(await readBytes(content))).toContain(code)
  })

  test('without its columns, each named with the nearest', async () => {
    const read = await readBytes(plain.replace('case,at,state', 'Case,att,colour'))
    expect(read).toMatchObject({
      ok: false,
      refusals: [
        { code: 'log.column-missing', value: 'case', fix: 'Write "Case" in the mapping.', line: 1 },
        { code: 'log.column-missing', value: 'at', fix: 'Write "att" in the mapping.' },
        { code: 'log.column-missing', value: 'state' },
      ],
    })
  })

  test('that is missing, or a folder', async () => {
    expect(codes(await readLog(join(folder, 'nowhere.csv'), mappingWith()))).toEqual([
      'file.missing',
    ])
    expect(codes(await readLog(folder, mappingWith()))).toEqual(['file.is-folder'])
  })

  test('with more rows than the limit', async () => {
    const read = await readBytes(plain, {}, { rowLimit: 2 })
    expect(codes(read)).toEqual(['log.too-many-rows'])
    expect(await readBytes(plain, {}, { rowLimit: 3 })).toMatchObject(isPlain)
  })

  test('that unpacks past the limit, quickly and within bounded memory', async () => {
    const bomb = gzipSync(
      Buffer.concat([Buffer.from('case,at,state\n'), Buffer.alloc(64 * 1024 ** 2, 'A,B,C\n')]),
    )
    expect(bomb.length).toBeLessThan(300_000)
    const before = process.memoryUsage().rss
    const read = await readBytes(bomb, {}, { byteLimit: 1024 ** 2 })
    expect(codes(read)).toEqual(['log.too-large'])
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2)
  })

  test('with a quote that is never closed, naming the row on which it begins', async () => {
    const rows = Array.from({ length: 300_000 }, (_, i) => `K-${i},2026-05-04,New,text`)
    rows[1000] = 'K-1000,2026-05-04,New,"text'
    const read = await readBytes(['case,at,state,text', ...rows, ''].join('\n'))
    expect(read).toMatchObject({ ok: false, refusals: [{ code: 'log.endless-row', line: 1002 }] })
  })
})

test('a quote that is never closed in a short log is one broken row', async () => {
  const read = await readBytes(
    'case,at,state\nA,2026-05-04,New\nB,2026-05-04,"New\nC,2026-05-04,New\n',
  )
  expect(read.ok && read.value.unused.list()).toMatchObject([
    { code: 'row.broken-quotes', row: 2, line: 3 },
  ])
})
