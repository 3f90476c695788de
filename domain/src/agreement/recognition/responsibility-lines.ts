import type { Side } from '../../identity/side.ts'
import { type Desk, doubtPronoun, takeLine, takeSentence } from './desk.ts'
import { type Draft, hasRoom } from './draft.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { gapsIn } from './placeholders.ts'
import { readMark } from './matrix-marks.ts'
import { readSideList, readSubject } from './sides.ts'
import { clipLine, freeIdentifier, sentenceCase, slug, tidy, wordCount } from './wording.ts'

/** "Lead generation: Vendor", "Sales – both": an activity and who does it. */
export function readWhoLine(line: LinePassage, desk: Desk): boolean {
  if (!hasRoom(desk.draft, 'responsibilities')) return false
  const match = /^(.{3,80}?)\s*(?::|[–—]|\s-)\s+(.{1,80})$/.exec(tidy(line.text))
  const [, label = '', who = ''] = match ?? []
  if (label === '' || gapsIn(label).length > 0) return false
  const sides = readSideList(who.replace(/[.;]$/, ''), desk.names)
  if (sides !== undefined) return takeLine(desk, line, addDuty(desk, label, sides))
  // The other way round: "Vendor: lead generation, delivery".
  const owing = readSideList(label, desk.names)
  if (owing === undefined || readMark(who) !== undefined) return false
  const duties = who
    .replace(/[.;]$/, '')
    .split(/\s*(?:[,;]|\band\b|\bund\b)\s*/i)
    .filter((text) => text !== '')
  if (duties.some((duty) => wordCount(duty) > 6)) return false
  for (const duty of duties) takeLine(desk, line, addDuty(desk, duty, owing))
  return duties.length > 0
}

/** An item of a list under "Vendor responsibilities" or "The Partner shall:". */
export function readDutyList(line: LinePassage, desk: Desk): boolean {
  if (!hasRoom(desk.draft, 'responsibilities')) return false
  const { side, leadIn, section } = line.context
  const isDuties =
    section === 'responsibilities' ||
    (leadIn !== undefined &&
      /\b(?:shall|will|must|responsible for|agrees to|undertakes to|duties|obligations|verpflichtet|übernimmt)\b/i.test(
        leadIn.text,
      ))
  if (!isDuties || side === undefined || gapsIn(line.text).length > 0) return false
  if (!line.isItem && leadIn === undefined) return false
  if (readSubject(line.text, desk.names) !== undefined) return false
  return takeLine(desk, line, addDuty(desk, line.text, [side]))
}

const duty =
  /^(?:(?:is|are|will be|shall be|remains?|ist|sind)\s+(?:jointly\s+|solely\s+|primarily\s+|fully\s+)?(?:responsible|accountable|in charge|verantwortlich|zuständig)\s+(?:for|of|für)|(?:will\s+|shall\s+)?(?:do|takes? care of|looks? after|takes? on)|übernimmt|übernehmen)\s+(.+)$/i
const action =
  /^(?:shall|will|must|agrees? to|undertakes? to|commits? to|handles?|provides?|owns?|leads?|manages?|delivers?|ensures?|supports?|übernimmt|erbringt|stellt|leistet)\s+(.+)$/i

/** "The Partner is responsible for first-line support." Under a heading of responsibilities also "shall provide …". */
export function readDutySentence(
  text: string,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): boolean {
  if (!hasRoom(desk.draft, 'responsibilities')) return false
  const isOwn = line.context.section === 'responsibilities'
  const plain = tidy(text).replace(/[.;]$/, '')
  const joint =
    /^(?:both parties|the parties|both sides|vendor and partner|both|beide parteien|die parteien)\s+(.+)$/i.exec(
      plain,
    )
  const subject =
    joint === null
      ? readSubject(plain, desk.names)
      : { side: 'both' as const, rest: joint[1] ?? '' }
  if (subject === undefined || subject.side === 'customer' || gapsIn(text).length > 0)
    return passive(plain, piece, line, desk)
  const named = duty.exec(subject.rest)?.[1]
  const done = isOwn ? action.exec(subject.rest)?.[0] : undefined
  if (named === undefined && done === undefined) return passive(plain, piece, line, desk)
  doubtPronoun(desk, plain, piece)
  const sides: Side[] = subject.side === 'both' ? ['vendor', 'partner'] : [subject.side]
  const labels = named === undefined ? [done ?? ''] : splitDuties(named)
  for (const label of labels)
    takeSentence(
      desk,
      line,
      piece,
      addDuty(desk, label, sides, labels.length > 1 ? undefined : plain),
    )
  return true
}

/** "Lead generation is the responsibility of the Vendor." */
function passive(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  const match =
    /^(.{3,80}?)\s+(?:is|are|remains?|lies?|liegt|obliegt)\s+(?:the\s+(?:sole\s+|joint\s+)?(?:responsibility|duty|task)\s+of|handled by|owned by|done by|performed by|carried out by|provided by|led by|with|beim?)\s+(?:the\s+)?(.{2,60})$/i.exec(
      text,
    )
  const [, label = '', who = ''] = match ?? []
  const sides = label === '' ? undefined : readSideList(who, desk.names)
  if (
    sides === undefined ||
    (line.context.section !== 'responsibilities' && !/responsib/i.test(text))
  )
    return false
  return takeSentence(desk, line, piece, addDuty(desk, label, sides, text))
}

/** "first-line support, onboarding and renewals": several short duties, or one long one. */
function splitDuties(text: string): string[] {
  const parts = text
    .split(/\s*(?:,\s*(?:and\s+)?|;\s*|\s+and\s+|\s+und\s+)\s*/i)
    .filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => wordCount(part) <= 4) && wordCount(text) <= 20
    ? parts
    : [text]
}

function addDuty(desk: Desk, words: string, sides: readonly Side[], note?: string): string {
  const plain = tidy(words)
    .replace(/[.;,]\s*(?:(?:and|or|und|oder)\s*)?$/i, '')
    .replace(/^(?:the|all|die|der|das|den|dem) (?=\p{L})/iu, '')
  const label = clipLine(sentenceCase(plain))
  const { responsibilities } = desk.draft
  const known = responsibilities.findIndex(
    (one) => one.label.toLowerCase() === label.toLowerCase() && one.ticked !== undefined,
  )
  if (known >= 0) {
    const entry = responsibilities[known] as Draft['responsibilities'][number]
    entry.ticked = (['vendor', 'partner'] as const).filter(
      (side) => sides.includes(side) || entry.ticked?.includes(side) === true,
    )
    return `/responsibilities/${known}`
  }
  const isTaken = (id: string) => responsibilities.some((one) => one.activity === id)
  const short = plain.split(/\s+/).slice(0, 7).join(' ')
  const activity = freeIdentifier(slug(short, `activity-${responsibilities.length + 1}`), isTaken)
  const isKept = note !== undefined && note.length > label.length + 45
  const entry = {
    activity,
    label,
    ticked: [...sides],
    ...(isKept || plain.length > 300 ? { note: note ?? plain } : {}),
  }
  return `/responsibilities/${responsibilities.push(entry) - 1}`
}
