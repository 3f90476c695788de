import { fold, tidy } from './wording.ts'

/** Who stands at one place of a ladder or a contact list. */
export interface ContactWords {
  readonly title?: string | undefined
  readonly name?: string | undefined
  readonly email?: string | undefined
  /** Telephone numbers and words that are neither title nor name. */
  readonly rest: string
}

const titleWord =
  /\b(?:manager|director|head|lead(?:er)?|chief|officer|vp|svp|evp|vice|president|ceo|cto|coo|cfo|cro|cio|cso|cmo|md|owner|engineer|support|desk|helpdesk|hotline|team|sales|account|executive|founder|supervisor|coordinator|representative|specialist|operations|admin|administrator|managing|board|sponsor|principal|agent|analyst|consultant|marketing|finance|technical|service|delivery|cam|pam|tam|csm|legal|counsel|committee|partner|vendor|contact)\b|leiter|leitung|geschäftsführ|vorstand|vertrieb|inhaber|betreuer|ansprechpartner|bereich|abteilung/i
const emailForm = /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/
const phoneForm =
  /(?:(?<!\p{L})(?:tel|phone|mobile|telefon|mobil|t|m)\s*[.:]?\s*)?\+?\(?\d[\d ()/.-]{6,}\d/iu

export const isTitle = (text: string): boolean => titleWord.test(text)

/** Two to four capitalised words, none of them a title: a person. */
export function isName(text: string): boolean {
  const words = tidy(text)
    .replace(/^(?:mr|mrs|ms|dr|prof|herr|frau)\.?\s+/i, '')
    .split(' ')
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) =>
      /^(?:\p{Lu}[\p{L}'’.-]*|van|von|de|der|den|di|da|la|le|bin|al|zu)$/u.test(word),
    ) &&
    !isTitle(text)
  )
}

/** "Anna Berg, Channel Manager (anna@example.org)" in any of its common orders. */
export function readContact(text: string): ContactWords {
  let plain = tidy(text)
  const email = emailForm.exec(plain)?.[0]
  if (email !== undefined) plain = plain.replace(email, ' ')
  const phone = phoneForm.exec(plain)?.[0]
  if (phone !== undefined) plain = plain.replace(phone, ' ')
  const parts = plain
    .split(/\s*(?:[,;|()<>/]|[–—]|\s-\s|:\s)\s*/)
    .map((part) => part.trim())
    .filter(
      (part) =>
        /[\p{L}\p{N}]/u.test(part) && !/^(?:e-?mail|phone|tel|telefon|mobile)\.?:?$/i.test(part),
    )
  const name = parts.find(isName)
  const title =
    parts.find((part) => part !== name && isTitle(part)) ??
    (name === undefined ? parts[0] : undefined)
  const rest = [
    ...parts.filter((part) => part !== name && part !== title),
    ...(phone === undefined ? [] : [phone.trim()]),
  ]
  return {
    ...(title === undefined ? {} : { title }),
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    rest: rest.join(', '),
  }
}

export const hasContact = (text: string): boolean =>
  emailForm.test(text) || phoneForm.test(fold(text))
