import type { Side } from '../identity/side.ts'
import type { Agreement } from './agreement.ts'
import type { Finding } from './finding.ts'
import {
  namesOfSide,
  referenceFinding,
  unknownName,
  type Mention,
  type NamedThings,
} from './named-things.ts'

interface PositionMention extends Mention {
  /** The side that the place belongs to, where it belongs to one. */
  readonly side?: Side
}

/** Every place that names a position: it must exist, and be of the side to which the place belongs. */
export function positionReferences(agreement: Agreement, named: NamedThings): readonly Finding[] {
  return mentions(agreement).flatMap((mention) => {
    const side = named.positions.get(mention.name)
    if (side === undefined) {
      return [unknownName('position', mention, namesOfSide(named.positions, mention.side))]
    }
    if (mention.side === undefined || mention.side === side) return []
    return [
      referenceFinding('references.wrong-side', mention.element, mention.path, {
        what: `The ${mention.where} names "${mention.name}", a position of ${named.sideName(side)}.`,
        why: 'The side that is late would be climbed through people of the other side, who cannot act for it.',
        fix: `Name a position of ${named.sideName(mention.side)}.`,
      }),
    ]
  })
}

function mentions(agreement: Agreement): readonly PositionMention[] {
  return [
    ...matrixMentions(agreement),
    ...ladderMentions(agreement),
    ...reportMentions(agreement),
    ...endingMentions(agreement),
  ]
}

function matrixMentions(agreement: Agreement): readonly PositionMention[] {
  return (agreement.responsibilities ?? []).flatMap((row, index) =>
    (['responsible', 'accountable', 'consulted', 'informed'] as const).flatMap((letter) => {
      const names = row[letter] ?? []
      // One accountable position is written without a list, so its place is the field itself.
      const alone = letter === 'accountable' && names.length === 1
      return names.map((name, position) => ({
        element: 'responsibilities' as const,
        path: ['responsibilities', index, letter, ...(alone ? [] : [position])],
        name,
        where: `row "${row.label}" (${letter})`,
      }))
    }),
  )
}

function ladderMentions(agreement: Agreement): readonly PositionMention[] {
  return (agreement.ladders ?? []).flatMap((ladder, index) =>
    ladder.levels.flatMap((level, position) =>
      level.position === undefined
        ? []
        : [
            {
              element: 'ladders' as const,
              path: ['ladders', index, 'levels', position, 'position'],
              name: level.position,
              where: `${ladder.side}'s ladder, level ${level.level},`,
              side: ladder.side,
            },
          ],
    ),
  )
}

function reportMentions(agreement: Agreement): readonly PositionMention[] {
  return (agreement.reports ?? []).flatMap((report, index) => {
    const element = 'reporting' as const
    const owner =
      report.owner === undefined
        ? []
        : [
            {
              element,
              path: ['reports', index, 'owner'],
              name: report.owner,
              where: `report "${report.title}" (owner)`,
            },
          ]
    const audience = (report.audience ?? []).map((name, position) => ({
      element,
      path: ['reports', index, 'audience', position],
      name,
      where: `report "${report.title}" (audience)`,
    }))
    return owner.concat(audience)
  })
}

function endingMentions(agreement: Agreement): readonly PositionMention[] {
  const owners = (agreement.term?.windDown ?? []).flatMap((item, index) =>
    item.owner === undefined
      ? []
      : [
          {
            element: 'term' as const,
            path: ['term', 'windDown', index, 'owner'],
            name: item.owner,
            where: `wind-down of "${item.what}"`,
          },
        ],
  )
  const signatories = (agreement.acceptances ?? []).flatMap((acceptance, index) =>
    acceptance.position === undefined
      ? []
      : [
          {
            element: 'acceptance' as const,
            path: ['acceptances', index, 'position'],
            name: acceptance.position,
            where: `acceptance of the ${acceptance.side}`,
            side: acceptance.side,
          },
        ],
  )
  return [...owners, ...signatories]
}
