/**
 * The command line. It looks at the command's name, loads that command alone and gives it the rest of the arguments;
 * `--help` loads nothing but the help text, so that it answers at once.
 *
 * Exit codes: 0 what was asked holds, 1 there are findings of severity error, 2 the input cannot be used,
 * 70 a fault in Entente itself. The surprising rule: with `--json` refusals are a result too and go to stdout.
 */
import { readFileSync } from 'node:fs'
import type { CliOutput } from './output.ts'

export interface Command {
  run(argv: string[], out: CliOutput): Promise<number>
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: () => import('./init.ts'),
  import: () => import('./import.ts'),
  check: () => import('./check.ts'),
  audit: () => import('./audit.ts'),
  fix: () => import('./fix.ts'),
  diff: () => import('./diff.ts'),
  render: () => import('./render.ts'),
  simulate: () => import('./simulate.ts'),
  'calendar explain': () => import('./calendar/explain.ts'),
  'calendar holidays': () => import('./calendar/holidays.ts'),
}

const helpText = (name: string): string =>
  readFileSync(new URL(`help/${name.replaceAll(' ', '-')}.txt`, import.meta.url), 'utf8')

/** Runs one command line, without the program's name, and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const json = beforeDashes(argv).includes('--json')
  const { terminalOutput } = await import('./output.ts')
  const out = terminalOutput(json)
  try {
    return await dispatch(argv, out)
  } catch (error) {
    const { reportBug } = await import('./bug.ts')
    return reportBug(error, out)
  }
}

async function dispatch(argv: readonly string[], out: CliOutput): Promise<number> {
  const [first, second] = argv
  if (first === '--version' || first === '-V') return printVersion(out)
  const wantsHelp = beforeDashes(argv).some((word) => word === '--help' || word === '-h')
  const name = first === 'calendar' && second !== undefined ? `calendar ${second}` : (first ?? '')
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load !== undefined && !wantsHelp) {
    const command = await load()
    return command.run(argv.slice(name.split(' ').length), out)
  }
  const topic = first === 'help' ? argv.slice(1).join(' ') : name
  if (wantsHelp || first === 'help') return printHelp(topic, out)
  if (argv.length === 0 || (first === 'calendar' && second === undefined)) {
    out.stderr(helpText(first === 'calendar' ? 'calendar' : 'entente'))
    return 2
  }
  return unknownCommand(name, out)
}

async function printHelp(topic: string, out: CliOutput): Promise<number> {
  if (topic === '' || topic.startsWith('-')) out.stdout(helpText('entente'))
  else if (Object.hasOwn(commands, topic) || topic === 'calendar') out.stdout(helpText(topic))
  else if (topic.startsWith('calendar -')) out.stdout(helpText('calendar'))
  else return unknownCommand(topic, out)
  return 0
}

async function unknownCommand(name: string, out: CliOutput): Promise<number> {
  const [{ refuse }, { nearest }] = await Promise.all([
    import('./refusals.ts'),
    import('@entente/domain/kernel/nearest.ts'),
  ])
  if (name.startsWith('-')) {
    return refuse(out, [
      {
        code: 'arguments.option-before-command',
        sentence: `${name} stands before the command.`,
        fix: 'Write the command first: entente COMMAND --json.',
      },
    ])
  }
  const near = nearest(name, Object.keys(commands))
  return refuse(out, [
    {
      code: 'arguments.unknown-command',
      sentence: `There is no command "${name}".`,
      fix:
        near === undefined
          ? '"entente --help" lists the commands.'
          : `Did you mean "entente ${near}"? "entente --help" lists the commands.`,
    },
  ])
}

function printVersion(out: CliOutput): number {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  out.stdout(out.json ? `${JSON.stringify({ version })}\n` : `entente ${version}\n`)
  return 0
}

/** What follows `--` are operands, whatever they look like. */
function beforeDashes(argv: readonly string[]): readonly string[] {
  const dashes = argv.indexOf('--')
  return dashes === -1 ? argv : argv.slice(0, dashes)
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
