import { nearest } from '../kernel/nearest.ts'
import type { PromiseSource } from './promise-source.ts'

export interface Contradiction {
  readonly path: string[]
  readonly sentence: string
  readonly fix: string
}

interface MappingParts {
  readonly columns: {
    readonly priority?: string | undefined
    readonly act?: string | undefined
    readonly owedBy?: string | undefined
  }
  readonly priorities?: Readonly<Record<string, string>> | undefined
  readonly defaultPriority?: string | undefined
  readonly states: Readonly<Record<string, unknown>>
  readonly response?: PromiseSource | undefined
  readonly resolution?: PromiseSource | undefined
  readonly sides?: Readonly<Record<string, string>> | undefined
}

/** What a mapping says in one place and unsays in another. Each would quietly give wrong figures. */
export function contradictionsIn(mapping: MappingParts): Contradiction[] {
  return [...inColumns(mapping), ...inPromises(mapping)]
}

function inColumns({ columns, priorities, defaultPriority, sides }: MappingParts): Contradiction[] {
  const found: Contradiction[] = []
  if (columns.priority !== undefined && priorities === undefined) {
    found.push({
      path: ['priorities'],
      sentence: `The column "${columns.priority}" holds priorities, but nothing says which priority of the agreement each of its values is.`,
      fix: 'Add priorities, for example "1 - Critical": critical.',
    })
  }
  if (columns.priority === undefined && defaultPriority === undefined) {
    found.push({
      path: ['columns', 'priority'],
      sentence: 'Nothing says which priority a case has.',
      fix: 'Name the column in columns.priority, or write defaultPriority.',
    })
  }
  if (columns.owedBy !== undefined && sides === undefined) {
    found.push({
      path: ['sides'],
      sentence: `The column "${columns.owedBy}" says who owes, but nothing says which of its values is which side.`,
      fix: 'Add sides, for example "Hardware desk": partner.',
    })
  }
  return found
}

function inPromises(mapping: MappingParts): Contradiction[] {
  const found: Contradiction[] = []
  const known = Object.keys(mapping.states)
  const hasMetState = Object.values(mapping.states).includes('met')
  for (const promise of ['response', 'resolution'] as const) {
    const metBy = mapping[promise]?.metBy
    if (metBy === undefined) continue
    if (metBy.states === undefined && metBy.acts === undefined && metBy.column === undefined) {
      found.push({
        path: [promise, 'metBy'],
        sentence: `Nothing meets the ${promise}.`,
        fix: 'Write states, acts or column.',
      })
    }
    if (metBy.acts !== undefined && mapping.columns.act === undefined) {
      found.push({
        path: [promise, 'metBy', 'acts'],
        sentence: 'There are acts, but no column that holds them.',
        fix: 'Name the column in columns.act.',
      })
    }
    for (const [index, state] of (metBy.states ?? []).entries()) {
      const effect = Object.hasOwn(mapping.states, state) ? mapping.states[state] : undefined
      const path = [promise, 'metBy', 'states', String(index)]
      if (effect === undefined) {
        const near = nearest(state, known)
        found.push({
          path,
          sentence: `"${state}" meets the ${promise}, but it is not among the states.`,
          fix: near === undefined ? 'Add it to states.' : `Write "${near}", or add it to states.`,
        })
      } else if (promise === 'resolution' && effect !== 'met') {
        found.push({
          path,
          sentence: `"${state}" meets the resolution, but states does not say that the work is then met.`,
          fix: `Write "${state}": met in states.`,
        })
      }
    }
  }
  if (mapping.resolution === undefined && !hasMetState) {
    found.push({
      path: ['states'],
      sentence: 'No state is met, so no resolution would ever be met.',
      fix: 'Mark the state in which work is done, for example Resolved: met, or write resolution.metBy.',
    })
  }
  return found
}
