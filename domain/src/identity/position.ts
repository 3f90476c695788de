import type { Side } from './side.ts'

/** What responsibilities, ladders and rules name: a seat, not a person. People hold it by assignments. */
export interface Position {
  readonly id: string
  readonly side: Side
  readonly title: string
  /** Held by several people at once, all of whom are told. */
  readonly isTeam: boolean
}
