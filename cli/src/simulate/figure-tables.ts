import type { ClockFigures } from '@entente/domain/simulation/figures.ts'
import type { Promised } from '@entente/domain/simulation/promised.ts'
import type { SimulationResult } from '@entente/server/simulation/simulate-log.ts'
import type { CliOutput } from '../output.ts'
import { textTable, type TableColumn } from '../table.ts'
import { changeText, durationText, grouped, percentText } from './words.ts'

/** One promise by priority; under two agreements each cell shows both where they differ. */
export function promiseTable(result: SimulationResult, promise: Promised, out: CliOutput): string {
  const priorities = [result.against?.agreement, result.agreement].flatMap(
    (one) => one?.priorities ?? [],
  )
  const labels = new Map(priorities.map(({ id, label }) => [id, label]))
  const rows = Object.entries(result.clocks).map(([priority, figures]) =>
    figureRow(
      labels.get(priority) ?? priority,
      figures[promise],
      result.against?.clocks[priority]?.[promise],
      out,
    ),
  )
  const all = figureRow('all', result.all[promise], result.against?.all[promise], out)
  return textTable(columns, [...rows, all], out.width)
}

const columns: readonly TableColumn[] = [
  { title: 'Priority' },
  { title: 'Target', wraps: true },
  { title: 'Cases', align: 'right' },
  { title: 'Met', align: 'right' },
  { title: 'Breached', align: 'right' },
  { title: 'Open', align: 'right' },
  { title: 'Kept', align: 'right' },
  { title: 'Median', align: 'right' },
  { title: '9 of 10', align: 'right' },
]

const count = (value: number | null): string => grouped(value ?? 0)

type Figure = 'total' | 'met' | 'breached' | 'open' | 'compliance' | 'p50' | 'p90'

function figureRow(
  name: string,
  first: ClockFigures,
  second: ClockFigures | undefined,
  { colour }: CliOutput,
): readonly string[] {
  const last = second ?? first
  const cell = (
    figure: Figure,
    text: (value: number | null) => string,
    better: 'more' | 'less' | 'neither',
  ): string => changeText(first[figure], last[figure], text, better, colour)
  const targets = [...new Set([first.target ?? '–', last.target ?? '–'])]
  return [
    name,
    name === 'all' ? '' : targets.join(' → '),
    cell('total', count, 'neither'),
    cell('met', count, 'more'),
    cell('breached', count, 'less'),
    cell('open', count, 'less'),
    cell('compliance', percentText, 'more'),
    cell('p50', durationText, 'neither'),
    cell('p90', durationText, 'neither'),
  ]
}

/** The ladder's levels with how often each would have been called. */
export function escalationTable(result: SimulationResult, out: CliOutput): string {
  const { escalations, against } = result
  const levels = [
    ...new Set([...Object.keys(escalations), ...Object.keys(against?.escalations ?? {})]),
  ]
  if (levels.length === 0) return 'Nobody: there is no ladder with triggers.\n'
  const rows = levels.map((level) => {
    const first = escalations[level]
    const second = against === undefined ? first : against.escalations[level]
    const named = first ?? second
    const people = named?.people ?? []
    const change = (of: (one: typeof first) => number | undefined): string =>
      changeText(
        of(first) ?? 0,
        of(second) ?? 0,
        (value) => grouped(value ?? 0),
        'less',
        out.colour,
      )
    return [
      level,
      named?.title ?? '',
      people.length === 0 ? out.colour.dim('nobody named') : people.join(', '),
      change((one) => one?.count),
      change((one) => one?.byPromise.response),
      change((one) => one?.byPromise.resolution),
    ]
  })
  return textTable(
    [
      { title: 'Level', align: 'right' },
      { title: 'Position' },
      { title: 'Held by', wraps: true },
      { title: 'Calls', align: 'right' },
      { title: 'for responses', align: 'right' },
      { title: 'for resolutions', align: 'right' },
    ],
    rows,
    out.width,
  )
}
