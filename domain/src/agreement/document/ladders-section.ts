import { describeKind } from '../../commitment/kind.ts'
import { triggerText } from '../../commitment/trigger.ts'
import { sides } from '../../identity/side.ts'
import type { Agreement } from '../agreement.ts'
import type { AgreementLadder } from '../ladders.ts'
import { cell, heading, missing, paragraph, table, type Block, type Cell } from './block.ts'
import { namesOf, type Names } from './names.ts'
import { capital, joined, sideWord } from './wording.ts'

/** Section 4. One table for each ladder; a side without one is said to have none. */
export function laddersBlocks(agreement: Agreement): Block[] {
  const ladders = agreement.ladders ?? []
  if (ladders.length === 0) return [missing()]
  const names = namesOf(agreement)
  return [
    paragraph(
      'A ladder climbs inside the side that owes. Percentages are of the time allowed; 100\u00A0% is the moment it is due.',
      'quiet',
    ),
    ...sides.flatMap((side) => {
      const own = ladders.filter((ladder) => ladder.side === side)
      if (own.length > 0) return own.flatMap((ladder) => ladderBlocks(ladder, names))
      return [heading(`When the ${sideWord[side].toLowerCase()} owes`), missing()]
    }),
  ]
}

function ladderBlocks(ladder: AgreementLadder, names: Names): Block[] {
  const kinds = ladder.kinds?.map((kind) => describeKind(kind).label) ?? []
  const scope = kinds.length === 0 ? 'every commitment' : joined(kinds)
  const title = `When the ${ladder.side} owes: ${scope}`
  if (ladder.levels.length === 0) return [heading(title), missing()]
  return [
    heading(title),
    table(
      title,
      [
        ['Level', 0.9],
        ['Who is called', 2.6],
        ['When', 2],
        ['By', 1.6],
        ['Must acknowledge', 1.4],
        ['Outside working hours', 1.4],
      ],
      ladder.levels.map((level) => [
        cell(`Level\u00A0${level.level}`),
        cell(
          level.position === undefined ? undefined : names.position(level.position),
          ...(level.position === undefined ? [] : holdersLine(names, level.position)),
          ...(level.note === undefined ? [] : [level.note]),
        ),
        cell(level.trigger === undefined ? undefined : capital(triggerText(level.trigger))),
        cell(level.channels && capital(joined(level.channels.map(channelWord)))),
        yesNoCell(level.mustAcknowledge),
        yesNoCell(level.outsideHours),
      ]),
    ),
  ]
}

function holdersLine(names: Names, position: string): string[] {
  const holders = names.holders(position)
  return holders.length === 0 ? [] : [joined(holders)]
}

const yesNoCell = (value: boolean | undefined): Cell =>
  value === undefined ? cell('No', 'by default') : cell(value ? 'Yes' : 'No')

const channelWord = (channel: string): string =>
  ({ email: 'e-mail', sms: 'SMS', 'in-app': 'in-app notice' })[channel] ?? channel
