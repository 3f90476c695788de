import type { Refusal } from '../kernel/result.ts'

/** Why an agreement cannot be replayed. `path` is a JSON Pointer into it. */
export interface SimulationRefusal extends Refusal {
  readonly path: string
  readonly value: unknown
}
