import type { CliOutput } from './output.ts'
import { exitCode } from './refusals.ts'

/** A bug is not the user's fault: one clear line, where to report it, and the trace only for who asks. */
export function reportBug(error: unknown, out: CliOutput): number {
  out.progress('')
  const message = error instanceof Error ? error.message : String(error)
  const sentence = `This is a fault in Entente, not in your files: ${message.split('\n')[0] ?? ''}`
  const fix =
    'Please report it in the issue tracker of the project, with the command; ENTENTE_DEBUG=1 adds the trace.'
  if (out.json) {
    out.stdout(
      `${JSON.stringify({ refusals: [{ code: 'entente.bug', sentence, fix }] }, null, 2)}\n`,
    )
  } else {
    out.stderr(`${out.colour.red('entente:')} ${sentence}\n  ${fix}\n`)
  }
  if (process.env['ENTENTE_DEBUG'] === '1' && error instanceof Error) {
    out.stderr(`${error.stack ?? ''}\n`)
  }
  return exitCode.bug
}
