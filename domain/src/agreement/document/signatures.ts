import { sides, type Side } from '../../identity/side.ts'
import type { Agreement } from '../agreement.ts'
import { namesOf } from './names.ts'
import { instantText, sideWord } from './wording.ts'

/** One side's place to sign. What is left out is a line to write on. */
export interface SignaturePlace {
  readonly side: Side
  readonly heading: string
  readonly party: string | undefined
  readonly name: string | undefined
  readonly position: string | undefined
  readonly acceptedAt: string | undefined
  /** Says that the recorded acceptance is of another text than this one. */
  readonly caution: string | undefined
  readonly hash: string
}

/** A place for each side, and one more for each further acceptance that is recorded. */
export function signaturePlaces(agreement: Agreement, hash: string): SignaturePlace[] {
  const names = namesOf(agreement)
  return sides.flatMap((side) => {
    const recorded = (agreement.acceptances ?? []).filter((one) => one.side === side)
    const places: readonly (Acceptance | undefined)[] =
      recorded.length === 0 ? [undefined] : recorded
    const { legalName, name } = agreement.parties[side]
    return places.map((one) => ({
      side,
      heading: `For the ${sideWord[side].toLowerCase()}`,
      party: legalName ?? name,
      name: one && names.person(one.person),
      position: one?.position && names.position(one.position),
      acceptedAt: one && instantText(one.at),
      caution:
        one === undefined || one.hash === hash
          ? undefined
          : 'This acceptance is of another text, not of this one.',
      hash: one?.hash ?? hash,
    }))
  })
}

type Acceptance = NonNullable<Agreement['acceptances']>[number]
