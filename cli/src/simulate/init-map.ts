import type { CliOutput } from '../output.ts'

export async function initMap(
  _log: string,
  _to: string | undefined,
  _force: boolean,
  _out: CliOutput,
): Promise<number> {
  return 2
}
