import { hasContact, isName, isTitle, readContact } from './contact-words.ts'
import { type Desk, holderPosition, takeLine } from './desk.ts'
import { addHolder, personIn } from './draft.ts'
import type { LinePassage } from './passages.ts'
import { gapsIn } from './placeholders.ts'

/** "Channel Manager: Anna Berg, anna@larkfield.example": a person in a position. */
export function readContactLine(line: LinePassage, desk: Desk): boolean {
  if (line.text.length > 160 || gapsIn(line.text).length > 0 || /[.;]\s/.test(line.text))
    return false
  const contact = readContact(line.text)
  const { title, name, email } = contact
  if (title === undefined || !isTitle(title) || (name === undefined && !hasContact(line.text)))
    return false
  if (line.context.section === 'escalation' && name === undefined) return false
  const position = holderPosition(desk, title, line, line.context.side)
  if (name !== undefined && isName(name))
    addHolder(position, personIn(desk.draft, position.side, name, email).id)
  const rest = [contact.rest, ...(name === undefined && email !== undefined ? [email] : [])].filter(
    (text) => text !== '',
  )
  if (rest.length > 0) desk.ledger.leave(line, `${title}: ${rest.join(', ')}`)
  return takeLine(desk, line, `/positions/${desk.draft.positions.indexOf(position)}`)
}
