import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'

/**
 * A second opinion on the incident log, for its test: the same questions answered with nothing of the product, in
 * minutes of plain elapsed time. It reads the whole file, splits at commas, and walks each case from row to row.
 */
export interface NaiveRow {
  readonly minute: number
  readonly state: string
  readonly priority: number
}

export interface NaiveCase {
  readonly opened: number
  readonly rows: readonly NaiveRow[]
}

export interface NaiveFigures {
  readonly total: number
  readonly met: number
  readonly breached: number
  readonly open: number
  readonly p50: number | null
  readonly p90: number | null
}

const names = ['critical', 'high', 'medium', 'low']

export async function readNaively(file: string): Promise<readonly NaiveCase[]> {
  const text = gunzipSync(await readFile(file)).toString('utf8')
  const [head = '', ...lines] = text.trim().split('\n')
  const columns = head.trim().split(',')
  const place = (name: string): number => columns.indexOf(name)
  const [id, at, state] = [place('number'), place('sys_updated_at'), place('incident_state')]
  const [priority, opened] = [place('priority'), place('opened_at')]
  const cases = new Map<string, { opened: number; rows: NaiveRow[] }>()
  for (const line of lines) {
    const cells = line.trim().split(',')
    const name = cells[id] ?? ''
    const found = cases.get(name) ?? { opened: minuteOf(cells[opened] ?? ''), rows: [] }
    cases.set(name, found)
    const row = {
      minute: minuteOf(cells[at] ?? ''),
      state: cells[state] ?? '',
      priority: Number((cells[priority] ?? '')[0]) - 1,
    }
    if (row.minute >= found.opened) found.rows.push(row)
  }
  for (const one of cases.values()) one.rows.sort((a, b) => a.minute - b.minute)
  return [...cases.values()]
}

function minuteOf(text: string): number {
  const [date = '', time = ''] = text.split(' ')
  const [day, month, year] = date.split('/').map(Number)
  const [hour, minute] = time.split(':').map(Number)
  return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute) / 60_000
}

interface Result {
  readonly used: number
  readonly isMet: boolean
  readonly isLate: boolean
}

const isDone = (state: string): boolean => state === 'Resolved' || state === 'Closed'

/** Resolution: minutes in which the case was neither done nor, where pauses count, waiting for the user. */
function resolution(
  one: NaiveCase,
  hours: readonly number[],
  pauses: boolean,
  end: number,
): Result {
  const stands = (state: string): boolean =>
    isDone(state) || (pauses && state === 'Awaiting User Info')
  let used = 0
  let isLate = false
  let since = one.opened
  let state = 'New'
  let priority = one.rows[0]?.priority ?? 0
  const judge = (): void => {
    if (used > (hours[priority] ?? 0) * 60) isLate = true
  }
  for (const row of one.rows) {
    const next = row.state === '-100' ? state : row.state
    if (!stands(state)) {
      used += row.minute - since
      judge()
    }
    since = row.minute
    priority = row.priority
    const didStand = stands(state)
    state = next
    // A change of priority is judged when the clock runs before or after it, or ends with it.
    if (!didStand || !stands(state) || isDone(state)) judge()
  }
  if (!stands(state)) {
    used += end - since
    judge()
  }
  return { used, isMet: isDone(state), isLate }
}

/** Response: from the opening, or from a reopening, to the first row that is not New; the slowest of them. */
function response(one: NaiveCase, hours: readonly number[], end: number): Result {
  let slowest = 0
  let isLate = false
  let waitingSince: number | undefined = one.opened
  let state = 'New'
  let priority = one.rows[0]?.priority ?? 0
  const judge = (now: number): void => {
    if (waitingSince !== undefined && now - waitingSince > (hours[priority] ?? 0) * 60)
      isLate = true
  }
  for (const row of one.rows) {
    const next = row.state === '-100' ? state : row.state
    judge(row.minute)
    priority = row.priority
    judge(row.minute)
    if (isDone(state) && !isDone(next)) waitingSince = row.minute
    state = next
    if (row.state === 'New' || row.state === '-100' || waitingSince === undefined) continue
    slowest = Math.max(slowest, row.minute - waitingSince)
    waitingSince = undefined
  }
  judge(end)
  const isOpen = waitingSince !== undefined
  return {
    used: isOpen ? Math.max(slowest, end - (waitingSince ?? 0)) : slowest,
    isMet: !isOpen,
    isLate,
  }
}

/** Figures by priority, from minutes; p50 and p90 in seconds, between the two nearest ranks. */
export function naiveFigures(
  cases: readonly NaiveCase[],
  responseHours: readonly number[],
  resolutionHours: readonly number[],
  pauses: boolean,
): Readonly<
  Record<string, { readonly response: NaiveFigures; readonly resolution: NaiveFigures }>
> {
  const end = Math.max(...cases.map((one) => one.rows.at(-1)?.minute ?? 0))
  const last = (one: NaiveCase): number => one.rows.at(-1)?.priority ?? -1
  return Object.fromEntries(
    names.map((name, index) => {
      const mine = cases.filter((one) => last(one) === index)
      return [
        name,
        {
          response: summed(mine.map((one) => response(one, responseHours, end))),
          resolution: summed(mine.map((one) => resolution(one, resolutionHours, pauses, end))),
        },
      ]
    }),
  )
}

function summed(results: readonly Result[]): NaiveFigures {
  const used = results.filter((one) => one.isMet).map((one) => one.used * 60)
  return {
    total: results.length,
    met: results.filter((one) => one.isMet && !one.isLate).length,
    breached: results.filter((one) => one.isLate).length,
    open: results.filter((one) => !one.isMet).length,
    p50: percentile(used, 50),
    p90: percentile(used, 90),
  }
}

function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const rank = (percent * (sorted.length - 1)) / 100
  const low = sorted[Math.floor(rank)] ?? 0
  const high = sorted[Math.ceil(rank)] ?? 0
  return Math.round((low + (high - low) * (rank % 1)) * 1e6) / 1e6
}
