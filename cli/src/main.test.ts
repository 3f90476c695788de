import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const entente = fileURLToPath(new URL('../bin/entente', import.meta.url))
const helpFolder = new URL('help/', import.meta.url)

function run(arguments_: readonly string[], environment: Record<string, string> = {}) {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env
  const child = spawnSync(entente, arguments_, {
    encoding: 'utf8',
    env: { ...inherited, ...environment },
  })
  return { code: child.status, stdout: child.stdout, stderr: child.stderr }
}

const commands = [
  'init',
  'import',
  'check',
  'audit',
  'fix',
  'diff',
  'render',
  'simulate',
  'calendar explain',
  'calendar holidays',
]

describe('help', () => {
  test('lists every command and the exit codes', () => {
    const { code, stdout } = run(['--help'])
    expect(code).toBe(0)
    for (const command of commands) expect(stdout).toContain(command)
    expect(stdout).toMatch(/Exit codes/)
  })

  test.each(commands)('of %s teaches by example', (command) => {
    const file = new URL(`${command.replace(' ', '-')}.txt`, helpFolder)
    expect(existsSync(file)).toBe(true)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain(`entente ${command}`)
    expect(text).toMatch(/Examples?:/)
    expect(text).toMatch(/Exit codes:/)
  })

  test('fits a terminal', () => {
    for (const name of readdirSync(helpFolder)) {
      const text = readFileSync(new URL(name, helpFolder), 'utf8')
      expect(text.split('\n').filter((line) => line.length > 125)).toEqual([])
    }
  })

  test('loads no library and no command', () => {
    const program = `
      import { registerHooks } from 'node:module'
      const loaded = []
      registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context) } })
      const { main } = await import(${JSON.stringify(new URL('main.ts', import.meta.url).href)})
      await main(['--help'])
      process.stderr.write(loaded.filter((url) => url.startsWith('file:')).map((url) => url.split('/').at(-1)).join(' '))`
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    })
    expect(child.stderr).toBe('main.ts output.ts')
  })

  test('of a command: before or after it', () => {
    const { stdout } = run(['check', '--help'])
    expect(run(['help', 'check']).stdout).toBe(stdout)
    expect(run(['check', '-h']).stdout).toBe(stdout)
    expect(stdout).toMatch(/^entente check:/)
    expect(run(['calendar', '--help']).stdout).toMatch(/^entente calendar:/)
  })
})

describe('what is typed wrong', () => {
  test('an unknown command is refused with the nearest', () => {
    const { code, stderr, stdout } = run(['chekc'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/no command "chekc"/)
    expect(stderr).toMatch(/"entente check"/)
  })

  test('as JSON a refusal is a result', () => {
    const { code, stderr, stdout } = run(['chekc', '--json'])
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      refusals: [{ code: 'arguments.unknown-command', fix: expect.stringContaining('check') }],
    })
  })

  test('no command at all shows the help and fails', () => {
    const { code, stderr } = run([])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^entente:/)
  })

  test('an option before the command says where it belongs', () => {
    const { code, stdout } = run(['--json', 'check'])
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      refusals: [{ code: 'arguments.option-before-command' }],
    })
  })

  test('names of the language are no commands', () => {
    expect(run(['constructor']).code).toBe(2)
    expect(run(['__proto__']).code).toBe(2)
  })
})

test('the version', () => {
  expect(run(['--version']).stdout).toMatch(/^entente \d+\.\d+\.\d+\n$/)
})

test('colours only where somebody wants them', () => {
  const escape = '\u001B['
  expect(run(['chekc']).stderr).not.toContain(escape)
  expect(run(['chekc'], { FORCE_COLOR: '1' }).stderr).toContain(escape)
  const both = run(['chekc'], { FORCE_COLOR: '1', NO_COLOR: '1' }).stderr
  expect(both).toMatch(/^entente: There is no command/)
  expect(both).not.toContain(escape)
})

const piped = (arguments_: readonly string[], input: string) =>
  spawnSync(entente, arguments_, { encoding: 'utf8', input })

describe('what is piped in', () => {
  const draft = 'format: entente/agreement@1\nid: a\nparties: { vendor: {}, partner: {} }\n'

  test('is read as the file "-"', () => {
    expect(piped(['check', '-'], draft).stdout).toMatch(/^holds - sha256:/)
    expect(piped(['check', '-'], draft.replace('id: a', 'id: A b')).stderr).toMatch(/^-:2:5: "A b"/)
    const audit = piped(['audit', '-', '--json'], draft)
    expect(JSON.parse(audit.stdout)).toMatchObject({ file: '-' })
  })

  test('has no place to be written over', () => {
    expect(piped(['fix', '-', '--in-place'], draft)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('-o OUT.yaml'),
    })
  })
})

test.runIf(process.platform === 'linux')('a full disk is told, and is no finding', () => {
  const child = spawnSync('sh', ['-c', `"${entente}" --help > /dev/full`], { encoding: 'utf8' })
  expect(child).toMatchObject({
    status: 2,
    stderr: 'entente: the result could not be written (ENOSPC).\n',
  })
})

test('a reader that goes away ends the command without a word', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-pipe-'))
  const file = join(folder, 'a.yaml')
  writeFileSync(file, 'format: entente/agreement@1\nid: a\nparties: { vendor: {}, partner: {} }\n')
  // More than a pipe holds, so that the command still writes when the reader has gone.
  const child = spawn('sh', [
    '-c',
    `"${entente}" check ${`"${file}" `.repeat(600)} --json | head -c 10`,
  ])
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  await new Promise((resolve) => {
    child.on('close', resolve)
  })
  rmSync(folder, { recursive: true })
  expect(errors.join('')).toBe('')
})
