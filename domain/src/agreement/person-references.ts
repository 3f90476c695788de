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

interface PersonMention extends Mention {
  readonly side: Side
  /** Who stands beside this place already: nobody is their own deputy. */
  readonly beside?: string | undefined
}

/** Every place that names a person: holders, deputies, acceptances, acknowledgements. One side's people act for it. */
export function personReferences(agreement: Agreement, named: NamedThings): readonly Finding[] {
  return mentions(agreement).flatMap((mention) => {
    const side = named.people.get(mention.name)
    if (side === undefined) return [unknownName('person', mention, candidates(mention, named))]
    if (mention.side === side) return []
    return [
      referenceFinding('references.wrong-side', mention.element, mention.path, {
        what: `The ${mention.where} names "${mention.name}", who belongs to ${named.sideName(side)}.`,
        why: 'A person acts for the side named with them; the other side would be bound by a stranger.',
        fix: `Name somebody of ${named.sideName(mention.side)}, or correct the side of "${mention.name}".`,
      }),
    ]
  })
}

const candidates = ({ side, beside }: PersonMention, { people }: NamedThings): readonly string[] =>
  namesOfSide(people, side).filter((name) => name !== beside)

const mentions = (agreement: Agreement): readonly PersonMention[] => [
  ...holderMentions(agreement),
  ...(agreement.acceptances ?? []).map((acceptance, index) => ({
    element: 'acceptance' as const,
    path: ['acceptances', index, 'person'],
    name: acceptance.person,
    where: `acceptance of the ${acceptance.side}`,
    side: acceptance.side,
  })),
  ...(agreement.rulebook?.acknowledgements ?? []).map((acknowledgement, index) => ({
    element: 'rulebook' as const,
    path: ['rulebook', 'acknowledgements', index, 'person'],
    name: acknowledgement.person,
    where: `acknowledgement of the ${acknowledgement.side}`,
    side: acknowledgement.side,
  })),
]

function holderMentions(agreement: Agreement): readonly PersonMention[] {
  return (agreement.positions ?? []).flatMap((position, index) =>
    (position.holders ?? []).flatMap((holder, at) => {
      const mention = (field: 'person' | 'deputy', name: string): PersonMention => ({
        element: 'people',
        path: ['positions', index, 'holders', at, field],
        name,
        beside: field === 'person' ? holder.deputy : holder.person,
        where: `position "${position.title}" (${field === 'person' ? 'holder' : 'deputy'})`,
        side: position.side,
      })
      const acting = mention('person', holder.person)
      return holder.deputy === undefined ? [acting] : [acting, mention('deputy', holder.deputy)]
    }),
  )
}
