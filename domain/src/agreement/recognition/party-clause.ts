import { gapsIn } from './placeholders.ts'
import { tidy, wordCount } from './wording.ts'

/** One party as a preamble names it: `Larkfield Robotics GmbH, Hauptstr. 1, Berlin ("Vendor")`. */
export interface PartyClause {
  readonly name: string
  /** The defined terms in quotes: Vendor, "Larkfield". */
  readonly aliases: readonly string[]
  readonly registration?: string | undefined
  readonly address?: string | undefined
  /** Words of the clause that say none of these. */
  readonly rest: string
}

const legalForm =
  /(?:,?\s+(?:inc|llc|llp|l\.?p|ltd|limited|plc|corp|corporation|co|company|gmbh(?: & co\.? kg)?|ag|kg|ug|se|sa|s\.a|sas|sarl|s\.?r\.?l|s\.p\.a|spa|b\.?v|n\.?v|oy|ab|as|a\/s|aps|pty(?: ltd)?|k\.k|pte(?: ltd)?|kft|sp\.? z o\.?o|e\.k|ohg|s\.?l)\.?)+$/i

export const hasLegalForm = (name: string): boolean => legalForm.test(name)
export const withoutLegalForm = (name: string): string => name.replace(legalForm, '').trim() || name

const role = String.raw`(?:hereinafter|hereafter|herein|referred to as|called|collectively|nachfolgend|im folgenden|genannt|together with|each)`

/** Reads one party. Undefined where there is no name: a gap of the template, or a sentence. */
export function readPartyClause(text: string): PartyClause | undefined {
  const words = tidy(text)
    .replace(/^(?:\(?\d\)|\(?[a-z]\)|and|und|between|zwischen)\s+/i, '')
    .replace(/^(?:der|die|das|dem|den)\s+(?=\p{Lu})/u, '')
    .replace(/[;,]*(?:\s+(?:and|und))?$/, '')
    .replace(/[;,]+$/, '')
    .replace(/(?<!\b(?:inc|ltd|co|corp|llc|plc|l\.p|s\.a|a\.s|b\.v|n\.v))\.$/i, '')
  if (words === '' || gapsIn(words).length > 0) return undefined
  const aliases = [...words.matchAll(/["']([^"']{1,60})["']/g)].map((match) =>
    (match[1] ?? '').trim(),
  )
  const parenthesised = [...words.matchAll(/\(([^()]{1,80})\)/g)].map((match) => match[1] ?? '')
  for (const one of parenthesised) {
    const bare = one
      .replace(/^(?:the|der|die)\s+/i, '')
      .replace(/["']/g, '')
      .trim()
    if (
      wordCount(bare) <= 2 &&
      /^(?:\p{Lu}|(?:vendor|partner|supplier|provider|reseller|distributor|manufacturer|dealer)$)/u.test(
        bare,
      ) &&
      !aliases.includes(bare) &&
      !/\d/.test(bare)
    )
      aliases.push(bare)
  }
  const plain = words
    .replace(/\([^()]*\)/g, (inside) =>
      /number|no\.|reg|hrb|vat|tax/i.test(inside) ? `, ${inside.slice(1, -1)},` : ',',
    )
    .replace(new RegExp(`,?\\s*\\b${role}.*$`, 'i'), '')
    .replace(/["']([^"']{1,60})["']/g, '')
    .replace(/(?:\s*,)+\s*$/, '')
  const parts = plain.split(/\s*,\s*/)
  let name = parts.shift()?.trim() ?? ''
  while (parts[0] !== undefined && legalForm.test(` ${parts[0]}`) && wordCount(parts[0]) <= 2) {
    name = `${name}, ${parts.shift() ?? ''}`
  }
  const seat =
    /\s+(?:(?:located|based|registered|with (?:its )?(?:registered |principal )?(?:office|seat|place of business)s?|having its .{1,40}?|mit sitz|a company|a corporation|of)\b.*)$/i.exec(
      name,
    )
  if (seat !== null && seat.index > 1) {
    parts.unshift(name.slice(seat.index).trim())
    name = name.slice(0, seat.index).trim()
  }
  if (
    name === '' ||
    name.length > 120 ||
    wordCount(name) > 9 ||
    !/\p{L}/u.test(name) ||
    /[.!?:]\s/.test(name)
  )
    return undefined
  const registration =
    /\b(?:(?:company|registration|registered) (?:no\.?|number)|registered under|hrb|hra|reg\.? no|vat|tax id|ein\b|siren|uid)\b[^,]*/i.exec(
      parts.join(', '),
    )?.[0]
  const rest = parts.map((part) => part.replace(registration ?? '', '').trim())
  const seatAt = rest.findIndex((part) =>
    /registered office|principal (?:office|place)|place of business|having its|located at|with (?:its )?offices?\b|\bseat\b|mit sitz/i.test(
      part,
    ),
  )
  const other = rest.filter((part) => !/^(?:with|and|under)?$/i.test(part))
  const address = (
    seatAt >= 0
      ? rest.slice(seatAt)
      : other.some((one) => /\d/.test(one)) &&
          !/incorporat|organi[sz]ed|laws of/i.test(other.join())
        ? other
        : []
  ).join(', ')
  const isAddress = address !== ''
  return {
    name,
    aliases: aliases.filter((alias) => alias !== ''),
    ...(registration === undefined ? {} : { registration }),
    ...(isAddress
      ? {
          address: address.replace(
            /^(?:of|(?:whose|with its|with|having its|and its)?\s*(?:registered|principal)?\s*(?:offices?|place of business|seat)\s+(?:is |are )?(?:at|in)|located at|mit sitz in)\s+/i,
            '',
          ),
        }
      : {}),
    rest: (isAddress ? rest.slice(0, Math.max(seatAt, 0)) : other)
      .map((part) => part.replace(/\s+(?:with|under)$/, ''))
      .filter((part) => part !== '')
      .join(', '),
  }
}

/** The two clauses of a preamble: "between A ("Vendor") and B ("Partner")". */
export function splitPreamble(text: string): readonly [string, string] | undefined {
  const words = tidy(text)
  const start =
    /\b(?:(?:is|are)?\s*(?:made|entered into|concluded|agreed)?\s*(?:by and )?between|zwischen)\b:?\s*/i.exec(
      words,
    )
  if (start === null) return undefined
  const rest = words.slice(start.index + start[0].length)
  const parenthesis = /\)\s*,?\s*(?:and|und)\s+/i.exec(rest)
  const middle = parenthesis ?? /,?\s+(?:and|und)\s+(?=\p{Lu}|\[)/u.exec(rest)
  if (middle === null) return undefined
  const cut = middle.index + (parenthesis === null ? 0 : 1)
  const second = rest.slice(middle.index + middle[0].length)
  return [
    rest.slice(0, cut),
    second
      .replace(/\.\s+\p{Lu}.*$/u, '')
      .replace(/\s+(?:effective|dated|as of|with effect).*$/i, ''),
  ]
}
