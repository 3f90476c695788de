import { guessMapping } from '@entente/domain/simulation/mapping-guess.ts'
import { writeFileWhole } from '@entente/server/document/write-file.ts'
import { seeLog } from '@entente/server/simulation/see-log.ts'
import type { CliOutput } from '../output.ts'
import { exitCode, refuse } from '../refusals.ts'

/** `--init-map`: looks at a log and writes a first mapping, to a file or to stdout. */
export async function initMap(
  log: string,
  to: string | undefined,
  force: boolean,
  out: CliOutput,
): Promise<number> {
  const seen = await seeLog(log)
  if (!seen.ok) return refuse(out, [seen.refusal])
  const text = guessMapping(seen.value)
  if (to === undefined) {
    out.stdout(out.json ? `${JSON.stringify({ mapping: text }, null, 2)}\n` : text)
    return exitCode.holds
  }
  const written = await writeFileWhole(to, text, { force })
  if (!written.ok) return refuse(out, [written.refusal])
  const guesses = text.split('\n').filter((line) => /# (?:guess|not found)/.test(line)).length
  if (out.json) out.stdout(`${JSON.stringify({ file: to, guesses }, null, 2)}\n`)
  else out.stdout(`${to}: a first mapping. Read the ${guesses} lines that were guessed.\n`)
  return exitCode.holds
}
