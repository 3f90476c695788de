import { sides } from '../identity/side.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import { sideName, type Rule } from './subject.ts'

/** The vendor's rules of engagement that go with the agreement: which, in which version, and who has read them. */
export const auditRulebook: Rule = ({ agreement, rulebookIds }) => {
  const { rulebook } = agreement
  if (rulebook === undefined) {
    const [only, ...others] = rulebookIds ?? []
    const isOnly = only !== undefined && others.length === 0
    return [
      finding('rulebook.missing', {
        path: '/rulebook',
        what: 'The agreement names no rules of engagement.',
        fix: isOnly
          ? `Refer to the rulebook "${only}".`
          : 'Refer to the rulebook for deal registration, leads, funds and tiers, with its version.',
        patch: isOnly ? set(agreement, ['rulebook', 'id'], only) : [],
      }),
    ]
  }
  const acknowledged = new Set((rulebook.acknowledgements ?? []).map(({ side }) => side))
  return [
    ...(rulebookIds !== undefined && !rulebookIds.includes(rulebook.id)
      ? [
          finding('rulebook.unknown', {
            path: '/rulebook/id',
            what: `There is no rulebook "${rulebook.id}".`,
            fix:
              rulebookIds.length === 0
                ? 'Publish it first, or leave the reference out.'
                : `Name one that exists: ${rulebookIds.join(', ')}.`,
          }),
        ]
      : []),
    ...(rulebook.version === undefined
      ? [
          finding('rulebook.version-missing', {
            path: '/rulebook/version',
            what: `The rulebook "${rulebook.id}" is named without a version.`,
            fix: 'Write the version that both sides have read.',
          }),
        ]
      : []),
    ...sides
      .filter((side) => !acknowledged.has(side))
      .map((side) =>
        finding('rulebook.not-acknowledged', {
          path: '/rulebook/acknowledgements',
          what: `Nobody of ${sideName(agreement, side)} has acknowledged the rulebook "${rulebook.id}".`,
          fix: `Ask ${sideName(agreement, side)} to read and acknowledge it.`,
        }),
      ),
  ]
}
