import { pointer } from '../agreement/pointer.ts'
import { sides } from '../identity/side.ts'
import { finding } from './catalogued-finding.ts'
import { drop } from './edit.ts'
import { capitalised, counted, type Rule } from './subject.ts'

/** Section 1: who, and what the partnership covers. Only people can fill it in, so most fixes are sentences. */
export const auditScope: Rule = (subject) => [
  ...unnamedParties(subject),
  ...missingParts(subject),
  ...contradictions(subject),
  ...duplicates(subject),
  ...unsortedNotes(subject),
]

const unnamedParties: Rule = ({ agreement }) =>
  sides
    .filter((side) => agreement.parties[side].name === undefined)
    .map((side) =>
      finding('parties.unnamed', {
        path: pointer(['parties', side]),
        what: `The ${side} has no name.`,
        fix: `Write the name of the ${side} in parties.${side}.name.`,
      }),
    )

const lists = ['products', 'territories', 'segments', 'exclusions'] as const

const missingParts: Rule = ({ agreement: { scope } }) => {
  const isEmpty = (name: (typeof lists)[number]): boolean => (scope?.[name] ?? []).length === 0
  if (scope?.summary === undefined && lists.every(isEmpty)) {
    return [
      finding('scope.missing', {
        path: '/scope',
        what: 'Nothing says what the partnership covers.',
        fix: 'List the products, territories and customer segments it covers, and what it expressly does not.',
      }),
    ]
  }
  const advice = {
    products: 'List the products or services that the partner may sell, deliver or support.',
    territories: 'List the countries or regions in which the partner acts.',
    segments: 'List the customer segments, for example "up to 1,000 employees".',
    exclusions:
      'List what is not covered, for example named accounts or a region; if nothing is, say so.',
  }
  return lists.filter(isEmpty).map((name) =>
    finding(`scope.${name}-missing`, {
      path: pointer(['scope', name]),
      what: name === 'exclusions' ? 'The scope excludes nothing.' : `The scope names no ${name}.`,
      fix: advice[name],
    }),
  )
}

const contradictions: Rule = ({ agreement }) =>
  (agreement.scope?.exclusions ?? []).flatMap((exclusion, index) =>
    (['products', 'territories', 'segments'] as const).flatMap((list) => {
      const inside = (agreement.scope?.[list] ?? []).findIndex((one) => isSame(one, exclusion))
      if (inside === -1) return []
      return [
        finding('scope.contradiction', {
          path: pointer(['scope', 'exclusions', index]),
          what: `"${exclusion}" stands among the ${list} and among the exclusions.`,
          fix: 'Decide whether it is covered, and delete it from the other list.',
          choices: [
            {
              id: 'covered',
              label: `"${exclusion}" is covered`,
              patch: drop(agreement, ['scope', 'exclusions', index]),
            },
            {
              id: 'excluded',
              label: `"${exclusion}" is not covered`,
              patch: drop(agreement, ['scope', list, inside]),
            },
          ],
        }),
      ]
    }),
  )

const duplicates: Rule = ({ agreement }) =>
  lists.flatMap((list) => {
    const items = agreement.scope?.[list] ?? []
    return items.flatMap((item, index) => {
      const first = items.findIndex((one) => isSame(one, item))
      if (first === index) return []
      return [
        finding('scope.duplicate', {
          path: pointer(['scope', list, index]),
          what: `"${item}" stands twice among the ${list}.`,
          fix: 'Delete one of the two.',
          patch: drop(agreement, ['scope', list, index]),
        }),
      ]
    })
  })

const unsortedNotes: Rule = ({ agreement: { notes = [] } }) =>
  notes.length === 0
    ? []
    : [
        finding('notes.unsorted', {
          path: '/notes',
          what: `${capitalised(counted(notes.length, 'passage'))} of the original document ${notes.length === 1 ? 'belongs' : 'belong'} to no section.`,
          fix: 'Move what matters into its section and delete the rest.',
        }),
      ]

/** Names are the same whatever their case and spacing. */
const isSame = (a: string, b: string): boolean => plain(a) === plain(b)
const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
