import { type PartyClause, readPartyClause, splitPreamble } from './party-clause.ts'
import { readSection } from './sections.ts'
import { readSide, type SideNames } from './sides.ts'
import { tidy, wordCount } from './wording.ts'

const nobody: SideNames = { vendor: [], partner: [] }
const generic =
  /\b(?:agreement|contract|sla|slas|policy|partner|partners|partnership|playbook|support|service|services|terms|we|us|you|them|vertrag|vereinbarung)\b/i

/**
 * The two names of a title: "Partner playbook – Kestrel Analytics x Bluefin Consulting", "SLA between A and B". Only
 * their order says which is the vendor.
 */
export function partiesInTitle(title: string): readonly PartyClause[] {
  const words = tidy(title)
  for (const part of [words, ...words.split(/\s+(?:[–—|]|-)\s+|:\s+/)]) {
    const pair = splitPreamble(part) ?? splitSign(part)
    const [first, second] = (pair ?? []).map((text) =>
      isName(text) ? readPartyClause(text) : undefined,
    )
    if (first !== undefined && second !== undefined) return [first, second]
  }
  return []
}

function splitSign(text: string): readonly [string, string] | undefined {
  const [, first, second] = /^(.+?)\s+(?:x|×|<>|<->|↔|\/)\s+(.+)$/.exec(text) ?? []
  return first === undefined || second === undefined ? undefined : [first, second]
}

const isName = (text: string): boolean =>
  wordCount(text) <= 5 &&
  text.split(' ').every((word) => /^(?:[\p{Lu}\p{N}&+]|of$|and$|de$)/u.test(word)) &&
  !generic.test(text) &&
  readSide(text, nobody) === undefined &&
  readSection(text) === 'other'
