import type { Agreement } from './agreement.ts'
import type { CoverageElement, Finding } from './finding.ts'
import { referenceFinding, type Steps } from './named-things.ts'

interface NamedList {
  readonly element: CoverageElement
  readonly path: Steps
  /** The field that names an item. */
  readonly field: string
  readonly noun: string
  readonly names: readonly string[]
}

/** Names that must be one of a kind: whoever refers to them twice-given cannot know which is meant. */
export function duplicateNames(agreement: Agreement): readonly Finding[] {
  return lists(agreement).flatMap((list) => {
    const first = new Map<string, number>()
    return list.names.flatMap((name, index) => {
      const earlier = first.get(name)
      if (earlier === undefined) {
        first.set(name, index)
        return []
      }
      return [
        referenceFinding(
          'references.duplicate-name',
          list.element,
          [...list.path, index, list.field],
          {
            what: `The ${list.noun} "${name}" stands twice, as number ${earlier + 1} and number ${index + 1}.`,
            why: 'Two readers of the agreement may each take the other one.',
            fix: 'Delete one of the two, or give it a name of its own.',
          },
        ),
      ]
    })
  })
}

function lists(agreement: Agreement): readonly NamedList[] {
  return [
    named('people', 'id', 'person', ['people'], ids(agreement.people)),
    named('people', 'id', 'position', ['positions'], ids(agreement.positions)),
    named('targets', 'id', 'priority', ['priorities'], ids(agreement.priorities)),
    named('calendars', 'id', 'calendar', ['calendars'], ids(agreement.calendars)),
    named('reporting', 'id', 'report', ['reports'], ids(agreement.reports)),
    named(
      'delivery',
      'id',
      'milestone',
      ['delivery', 'milestones'],
      ids(agreement.delivery?.milestones),
    ),
    named('term', 'id', 'termination trigger', ['term', 'triggers'], ids(agreement.term?.triggers)),
    named(
      'responsibilities',
      'activity',
      'activity',
      ['responsibilities'],
      agreement.responsibilities?.map((row) => row.activity),
    ),
    named(
      'targets',
      'reason',
      'reason for a pause',
      ['pauses'],
      agreement.pauses?.map((rule) => rule.reason),
    ),
    named(
      'acceptance',
      'side',
      'acceptance of the',
      ['acceptances'],
      agreement.acceptances?.map(({ side }) => side),
    ),
    ...(agreement.ladders ?? []).map((ladder, index) =>
      named(
        'ladders',
        'level',
        `level of the ${ladder.side}'s ladder`,
        ['ladders', index, 'levels'],
        ladder.levels.map(({ level }) => String(level)),
      ),
    ),
  ]
}

const named = (
  element: CoverageElement,
  field: string,
  noun: string,
  path: Steps,
  names: readonly string[] | undefined,
): NamedList => ({ element, field, noun, path, names: names ?? [] })

const ids = (items: readonly { readonly id: string }[] | undefined) => items?.map(({ id }) => id)
