/** The database cannot be asked now. What was asked has not happened, unless `mayHaveCommitted` says otherwise. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
  /** The connection broke while the commit was under way: what was written may be there or not. */
  readonly mayHaveCommitted: boolean

  constructor(cause: unknown, mayHaveCommitted = false) {
    super('The database cannot be reached', { cause })
    this.mayHaveCommitted = mayHaveCommitted
  }
}

// Classes 08 (connection), 53 (no room) and 57P (shut down, starting), and what the operating system says.
const passing =
  /^(?:08...|53...|57P0[1-5]|E(?:CONN|NOTFOUND|NOENT|TIMEDOUT|PIPE|HOST|NET|AI_AGAIN).*)$/

/** Whether an error of `pg` says that the database is away, as against one of the statement or of our rights. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isUnreachable)
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: string }
  if (code !== undefined) return passing.test(code)
  return /connection terminated|not queryable|connection error|timeout/i.test(error.message)
}

/** Rethrows an error of `pg`, as `DatabaseUnavailable` where it is that. */
export function rethrown(error: unknown): never {
  throw isUnreachable(error) ? new DatabaseUnavailable(error) : error
}
