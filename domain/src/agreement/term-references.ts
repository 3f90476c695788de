import type { Agreement } from './agreement.ts'
import type { Finding } from './finding.ts'
import { unknownName, type Mention, type NamedThings } from './named-things.ts'

/** Every place that names a priority or a calendar. */
export function priorityReferences(agreement: Agreement, named: NamedThings): readonly Finding[] {
  return priorityMentions(agreement)
    .filter(({ name }) => !named.priorities.has(name))
    .map((mention) =>
      asRename(unknownName('priority', mention, candidates(mention, named)), mention),
    )
}

export function calendarReferences(agreement: Agreement, named: NamedThings): readonly Finding[] {
  return (agreement.targets ?? []).flatMap((row, index) =>
    row.calendar === undefined || named.calendars.has(row.calendar)
      ? []
      : [
          unknownName(
            'calendar',
            {
              element: 'targets',
              path: ['targets', index, 'calendar'],
              name: row.calendar,
              where: `target for ${row.kind}`,
            },
            named.calendars,
          ),
        ],
  )
}

function priorityMentions(agreement: Agreement): readonly PriorityMention[] {
  return [
    ...(agreement.targets ?? []).flatMap((row, index) =>
      Object.keys(row.byPriority ?? {}).map((name) => ({
        element: 'targets' as const,
        path: ['targets', index, 'byPriority', name],
        name,
        where: `target for ${row.kind}`,
        taken: Object.keys(row.byPriority ?? {}),
      })),
    ),
    ...(agreement.breachCost?.credits ?? []).flatMap((credit, index) =>
      mentioned(credit.priority, {
        element: 'targets',
        path: ['breachCost', 'credits', index, 'priority'],
        where: `credit for ${credit.kind}`,
      }),
    ),
    ...(agreement.term?.triggers ?? []).flatMap((trigger, index) =>
      mentioned(trigger.condition?.priority, {
        element: 'term',
        path: ['term', 'triggers', index, 'condition', 'priority'],
        where: `termination trigger "${trigger.id}"`,
      }),
    ),
  ]
}

const mentioned = (name: string | undefined, place: Omit<Mention, 'name'>): readonly Mention[] =>
  name === undefined ? [] : [{ ...place, name }]

interface PriorityMention extends Mention {
  /** Where the priority is the name of a field: the names that stand beside it. */
  readonly taken?: readonly string[]
}

const candidates = ({ taken = [] }: PriorityMention, { priorities }: NamedThings) =>
  [...priorities].filter((name) => !taken.includes(name))

/** In `byPriority` the priority is the name of a field: it is moved, not replaced, and only where nothing stands. */
function asRename(finding: Finding, mention: Mention): Finding {
  const [replace] = finding.fix.patch ?? []
  if (mention.path.at(-2) !== 'byPriority' || replace?.op !== 'replace') return finding
  const to = finding.path.replace(/[^/]+$/, String(replace.value))
  return {
    ...finding,
    fix: { ...finding.fix, patch: [{ op: 'move', from: finding.path, path: to }] },
  }
}
