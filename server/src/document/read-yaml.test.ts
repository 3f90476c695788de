import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readYaml, readYamlText } from './read-yaml.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-yaml-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const refusalOf = (text: string, file = 'a.yaml') => {
  const read = readYamlText(text, file)
  if (read.ok) throw new Error(`read as ${JSON.stringify(read.value.data)}`)
  return read.refusal
}

describe('what is read', () => {
  test('YAML 1.2: dates stay text, "no" is a word, quotes and comments as usual', () => {
    const read = readYamlText(
      'on: 2026-11-20 # a date\ncountry: NO\nyes: "1"\nlist: [1, 2.5, ~]\n',
      'a.yaml',
    )
    expect(read).toMatchObject({
      ok: true,
      value: { data: { on: '2026-11-20', country: 'NO', yes: '1', list: [1, 2.5, null] } },
    })
  })

  test('JSON, with tabs and escapes', () => {
    const text = '{\n\t"a": [\n\t\t"\\ud83d\\ude00 \\/"\n\t]\n}'
    expect(readYamlText(text, 'a.json')).toMatchObject({
      ok: true,
      value: { data: { a: ['😀 /'] } },
    })
  })

  test('an alias repeats a value; neither copy is the other', () => {
    const read = readYamlText('a: &hours [09:00-17:00]\nb: *hours\n', 'a.yaml')
    if (!read.ok) throw new Error(read.refusal.sentence)
    const data = read.value.data as { a: string[]; b: string[] }
    data.a.push('changed')
    expect(data.b).toEqual(['09:00-17:00'])
  })

  test('every value knows its place, a group is found at its name', () => {
    const read = readYamlText('a:\n  - b: 1\n    c/d: x\n', 'a.yaml')
    if (!read.ok) throw new Error(read.refusal.sentence)
    expect(read.value.locate('/a')).toEqual({ line: 1, column: 1 })
    expect(read.value.locate('/a/0/b')).toEqual({ line: 2, column: 8 })
    expect(read.value.locate('/a/0/b', 'name')).toEqual({ line: 2, column: 5 })
    expect(read.value.locate('/a/0/c~1d')).toEqual({ line: 3, column: 10 })
    expect(read.value.locate('/a/0/missing')).toEqual({ line: 2, column: 5 })
  })
})

describe('what is refused, with its line', () => {
  test.each<[string, string, string, number, number]>([
    ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml.tab', 2, 1],
    ['wrong indentation', 'a:\n  b: 1\n c: 2\n', 'yaml.syntax', 3, 1],
    ['a colon in plain text', 'a: b: c\n', 'yaml.syntax', 1, 4],
    ['an open quote', 'a: "b\nc: 1\n', 'yaml.syntax', 1, 4],
    ['an open single quote', "a: 'x'\nb: 'y\nc: 1\n", 'yaml.syntax', 2, 4],
    ['an open bracket', 'a: [b, [c]\nd: 1\n', 'yaml.syntax', 1, 4],
    ['a tag that YAML knows', 'a: !!str 1\n', 'yaml.tag', 1, 10],
    ['a tag of a group', '!!map\na: 1\n', 'yaml.tag', 2, 1],
    ['a tag of a name', '? !!str a\n: 1\n', 'yaml.tag', 1, 9],
    ['a null character as an escape', 'a: "b\\0"\n', 'yaml.control-character', 1, 4],
    ['an escape sequence in a name', '"\\e[31ma": 1\n', 'yaml.reserved-key', 1, 1],
    ['no name', 'null: 1\n', 'yaml.key-not-text', 1, 1],
    ['a name twice', 'a: 1\nb: 2\na: 3\n', 'yaml.duplicate-key', 3, 1],
    ['a reserved name', 'a:\n  __proto__: 1\n', 'yaml.reserved-key', 2, 3],
    ['a name that is no text', '? [a]\n: b\n', 'yaml.key-not-text', 1, 3],
    ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n', 'yaml.merge-key', 3, 3],
    ['a tag', 'a: !run ls\n', 'yaml.tag', 1, 4],
    ['binary data by tag', 'a: !!binary aGk=\n', 'yaml.tag', 1, 4],
    ['an alias without its value', 'a: *x\n', 'yaml.alias', 1, 4],
    ['an alias inside its value', 'a: &x [*x]\n', 'yaml.alias', 1, 8],
    ['two documents', 'a: 1\n---\nb: 2\n', 'yaml.several-documents', 2, 1],
    ['YAML 1.1', '%YAML 1.1\n---\na: no\n', 'yaml.directive', 1, 1],
    ['infinity', 'a: .inf\n', 'yaml.not-a-number', 1, 4],
    ['half a surrogate pair', 'a: "\\ud800"\n', 'yaml.half-a-character', 1, 4],
    ['nothing', '', 'yaml.empty', 1, 1],
    ['comments alone', '# later\n', 'yaml.empty', 1, 1],
  ])('%s', (_, text, code, line, column) => {
    const refusal = refusalOf(text)
    expect(refusal).toMatchObject({ code, line, column, file: 'a.yaml' })
    expect(refusal.fix).not.toBe('')
  })

  test.each([
    ['a comment', '{"a": 1 // x\n}'],
    ['a comma at the end', '{"a": 1,}'],
    ['YAML', 'a: 1\n'],
  ])('in JSON: %s', (_, text) => {
    const refusal = refusalOf(text, 'a.json')
    expect(refusal.code).toBe('json.syntax')
    expect(text).toContain(refusal.value)
  })

  test('a name twice in JSON, which JSON readers let pass', () => {
    expect(refusalOf('{"a": 1, "a": 2}', 'a.json')).toMatchObject({
      code: 'yaml.duplicate-key',
      line: 1,
      column: 10,
    })
  })
})

describe('files', () => {
  test('a missing file is refused with the nearest name', async () => {
    write('larkfield.yaml', 'a: 1\n')
    expect(await refusalOfFile(join(folder, 'larkfeild.yaml'))).toMatchObject({
      code: 'file.missing',
      fix: `Did you mean ${join(folder, 'larkfield.yaml')}?`,
    })
    expect(await refusalOfFile(join(folder, 'no', 'such.yaml'))).toMatchObject({
      code: 'file.missing',
    })
  })

  test('a folder is refused', async () => {
    mkdirSync(join(folder, 'agreements'))
    expect(await refusalOfFile(join(folder, 'agreements'))).toMatchObject({
      code: 'file.is-folder',
    })
  })

  test('a file over the limit is refused by its size', async () => {
    const file = write('large.yaml', `a: ${'x'.repeat(5000)}\n`)
    expect(await refusalOfFile(file, 4096)).toMatchObject({ code: 'file.too-large', value: 5004 })
  })

  test('a link to nothing says where it points', async () => {
    symlinkSync('gone.yaml', join(folder, 'link.yaml'))
    expect(await refusalOfFile(join(folder, 'link.yaml'))).toMatchObject({
      code: 'file.missing',
      value: 'gone.yaml',
    })
  })

  test('a pipe into which nobody writes is given up; one that is written into is read', async () => {
    const pipe = join(folder, 'pipe.yaml')
    execFileSync('mkfifo', [pipe])
    expect(await refusalOfFile(pipe)).toMatchObject({ code: 'file.silent-pipe' })
    const writer = spawn('sh', ['-c', 'sleep 0.2; echo "a: 1" > "$0"', pipe])
    expect(await readYaml(pipe)).toMatchObject({ ok: true, value: { data: { a: 1 } } })
    writer.kill()
  })

  test.runIf(process.platform === 'linux')(
    'a device without an end is read up to the limit',
    async () => {
      expect(await refusalOfFile('/dev/zero')).toMatchObject({ code: 'file.too-large' })
    },
  )

  test.each<[string, Uint8Array, string]>([
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'file.utf-16'],
    ['Latin-1', Uint8Array.of(0x61, 0x3a, 0x20, 0xe9, 0x0a), 'file.not-utf-8'],
    ['a null byte', Uint8Array.of(0x61, 0x3a, 0x20, 0, 0x0a), 'file.not-text'],
    ['a PDF', Buffer.from('%PDF-1.7\n\u0001\u0002'), 'file.not-text'],
  ])('%s is refused', async (name, bytes, code) => {
    expect(await refusalOfFile(write(`${name}.yaml`, bytes))).toMatchObject({ code })
  })

  test('the byte that is not UTF-8 is named by its place', async () => {
    const bytes = Buffer.concat([Buffer.from('a: é\nb: '), Buffer.of(0xe9, 0x0a)])
    const place = { line: 2, column: 4, value: 'byte E9' }
    expect(await refusalOfFile(write('place.yaml', bytes))).toMatchObject(place)
    const marked = Buffer.concat([Buffer.from('\uFEFF'), bytes])
    expect(await refusalOfFile(write('marked.yaml', marked))).toMatchObject(place)
    const cut = Buffer.concat([Buffer.from('a: é\nb: '), Buffer.of(0xf0, 0x9f, 0x98)])
    expect(await refusalOfFile(write('cut.yaml', cut))).toMatchObject({
      ...place,
      value: 'byte F0',
    })
  })

  test('a byte order mark of UTF-8 is no part of the text', async () => {
    expect(await readYaml(write('mark.yaml', '\uFEFFa: 1\n'))).toMatchObject({
      ok: true,
      value: { data: { a: 1 } },
    })
  })
})

describe('hostile files end quickly and in bounded memory', () => {
  const laughs = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghijk'
      .split('')
      .map(
        (name, index) =>
          `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghijk'.charAt(index)}`).join(', ')}]`,
      ),
  ].join('\n')

  const longTextManyTimes = `a: &a ${'x'.repeat(1_000_000)}\nb: [${'*a, '.repeat(20_000)}]\n`

  test.each<[string, string, string]>([
    ['ten levels of nine aliases', laughs, 'yaml.too-many-values'],
    ['a long text many times', longTextManyTimes, 'yaml.too-many-values'],
    ['ten thousand brackets', '['.repeat(10_000), 'yaml.too-deep'],
    ['a million brackets', '['.repeat(1_000_000), 'yaml.too-deep'],
    ['a million groups', '{a: '.repeat(500_000), 'yaml.too-deep'],
    ['a million dashes', '- '.repeat(1_000_000), 'yaml.too-deep'],
    ['a million question marks', '? '.repeat(1_000_000), 'yaml.too-deep'],
    ['two thousand indented lines', indentedLines(1900), 'yaml.too-deep'],
    ['a million closing brackets', ']\n'.repeat(1_000_000), 'yaml.too-many-values'],
    ['a hundred thousand names', manyNames(100_000), 'yaml.too-many-values'],
    ['a million anchors', '&a '.repeat(600_000), 'yaml.too-many-values'],
  ])('%s', (name, text, code) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.yaml`)
    writeFileSync(file, text)
    const reader = fileURLToPath(new URL('read-yaml.ts', import.meta.url))
    const program = `
      const { readYaml } = await import(${JSON.stringify(reader)})
      const started = performance.now()
      const read = await readYaml(${JSON.stringify(file)})
      const seconds = (performance.now() - started) / 1000
      console.log(JSON.stringify({ code: read.refusal?.code, line: read.refusal?.line, seconds }))`
    const child = spawnSync(
      process.execPath,
      ['--max-old-space-size=192', '--input-type=module', '-e', program],
      { encoding: 'utf8', timeout: 20_000 },
    )
    expect(child.stderr).toBe('')
    const { seconds, ...refusal } = JSON.parse(child.stdout) as { seconds: number }
    expect(refusal).toMatchObject({ code })
    expect(seconds).toBeLessThan(10)
  })
})

function indentedLines(count: number): string {
  return Array.from({ length: count }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')
}

function manyNames(count: number): string {
  return Array.from({ length: count }, (_, index) => `k${index}: 1`).join('\n')
}

const write = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const refusalOfFile = async (file: string, limit?: number) => {
  const read = await readYaml(file, limit)
  if (read.ok) throw new Error('was read')
  return read.refusal
}
