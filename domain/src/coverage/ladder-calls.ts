import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementLadder } from '../agreement/ladders.ts'
import { pointer } from '../agreement/pointer.ts'
import { standardChannels } from '../agreement/standard-positions.ts'
import { calendarsOfRow, isAlwaysOpen, owingSides } from './calendar-of-side.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import { listed, sideName, type Rule } from './subject.ts'

/** How levels are called: by which channels, whether they must answer, and whether at night. */
export const auditLadderCalls: Rule = ({ agreement }) =>
  (agreement.ladders ?? []).flatMap((ladder, index) =>
    [acknowledgement, channels, nights].flatMap((rule) => rule(agreement, ladder, index)),
  )

function acknowledgement(agreement: Agreement, { side, levels }: AgreementLadder, index: number) {
  if (levels.length === 0 || levels.some((level) => level.mustAcknowledge === true)) return []
  return [
    finding('ladders.no-acknowledgement', {
      path: pointer(['ladders', index, 'levels']),
      what: `No level of ${sideName(agreement, side)} has to acknowledge a call.`,
      fix: 'Let every level acknowledge.',
      patch: levels.flatMap((_, at) =>
        set(agreement, ['ladders', index, 'levels', at, 'mustAcknowledge'], true),
      ),
    }),
  ]
}

function channels(agreement: Agreement, { side, levels }: AgreementLadder, index: number) {
  const open = levels
    .map((level, at) => ({ level, at }))
    .filter(({ level }) => (level.channels ?? []).length === 0)
  if (open.length === 0) return []
  return [
    finding('ladders.channels-missing', {
      path: pointer(['ladders', index, 'levels']),
      what: `Nothing says how ${open.length === levels.length ? 'the levels' : `level ${listed(open.map(({ level }) => String(level.level)))}`} of ${sideName(agreement, side)} ${open.length === 1 ? 'is' : 'are'} called.`,
      fix: 'Call by message and e-mail, from the second level on by telephone too.',
      patch: open.flatMap(({ level, at }) =>
        set(agreement, ['ladders', index, 'levels', at, 'channels'], standardChannels(level.level)),
      ),
    }),
  ]
}

/** Only where the most urgent work counts nights: elapsed time, or a calendar that never closes. */
function nights(agreement: Agreement, { side, levels }: AgreementLadder, index: number) {
  const urgent = agreement.priorities?.[0]
  if (urgent === undefined || levels.length === 0) return []
  if (levels.some((level) => level.outsideHours === true)) return []
  const running = (agreement.targets ?? []).find((row) => {
    const target = row.byPriority?.[urgent.id]
    if (target === undefined || !owingSides(row).includes(side)) return false
    if (target.basis === 'elapsed') return true
    return target.basis === 'business' && calendarsOfRow(agreement, row).some(isAlwaysOpen)
  })
  if (running === undefined) return []
  const open = (ats: readonly number[]) =>
    ats.flatMap((at) => set(agreement, ['ladders', index, 'levels', at, 'outsideHours'], true))
  return [
    finding('ladders.nobody-outside-hours', {
      path: pointer(['ladders', index, 'levels']),
      what: `${urgent.label} work (${running.kind}) counts all hours, but no level of ${sideName(agreement, side)} may be called outside working hours.`,
      fix: 'Say which levels may be called at night and at weekends.',
      choices: [
        {
          id: 'first',
          label: 'The first level may be called at any hour',
          patch: open([lowest(levels)]),
        },
        {
          id: 'all',
          label: 'Every level may be called at any hour',
          patch: open(levels.map((_, at) => at)),
        },
      ],
    }),
  ]
}

const lowest = (levels: AgreementLadder['levels']): number =>
  levels.reduce((best, level, at) => (level.level < (levels[best]?.level ?? 0) ? at : best), 0)
