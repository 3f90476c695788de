import type { Difference, Within } from './difference.ts'
import { capital, itemWords, saidInHead, targetWords } from './item-words.ts'
import { placeWords } from './place-words.ts'
import { excerpts, valueWords, type ValueNames } from './value-words.ts'
import type { CommitmentKind } from '../../commitment/kind.ts'

/** The names of both versions: what was is said in the earlier version's words. */
export interface BothNames {
  readonly before: ValueNames
  readonly after: ValueNames
}

/** One difference as a person in the field would say it. */
export function sentenceFor(difference: Difference, names: BothNames): string {
  const special = specialSentence(difference, names)
  if (special !== undefined) return special
  if (difference.what === 'item') return itemSentence(difference, names)
  const head = headWords(difference.within, names)
  const container = difference.within.at(-1)?.place ?? ''
  const label = placeWords(difference.place, container)
  const subject = [head, label].filter((part) => part !== '').join(': ')
  return `${capital(subject)}${head !== '' && label !== '' ? ' ' : ': '}${changeWords(difference, names)}`
}

const fieldOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1)

/** `8 business hours → 4 business hours`; for sets what came and what went. */
function changeWords({ place, before, after, what }: Difference, names: BothNames): string {
  const field = fieldOf(place)
  if (what === 'order') return `in another order: ${orderWords(after, place, names.after)}`
  const was = valueWords(before, field, names.before)
  const is = valueWords(after, field, names.after)
  if (Array.isArray(before) && Array.isArray(after) && !isHours(place)) {
    const change = listChange(before, after, field, names)
    if (change !== '') return change
  }
  if (typeof before === 'string' && typeof after === 'string' && (was + is).length > 100) {
    const [earlier, later] = excerpts(before, after)
    if (earlier !== later) return `${earlier} → ${later}`
  }
  return was === is ? `${JSON.stringify(before)} → ${JSON.stringify(after)}` : `${was} → ${is}`
}

/** Opening hours of a day are read as a whole, not as a set that gains and loses. */
const isHours = (place: string): boolean =>
  place.startsWith('/calendars/week/') || place === '/calendars/exceptions/open'

function orderWords(list: unknown, place: string, names: ValueNames): string {
  if (!Array.isArray(list)) return ''
  return list.map((item) => itemWords(place, item, names)).join(', ')
}

/** What a set gained and lost; empty where only the order differs. */
function listChange(
  before: readonly unknown[],
  after: readonly unknown[],
  field: string,
  names: BothNames,
): string {
  const came = after
    .filter((item) => !before.includes(item))
    .map((item) => valueWords(item, field, names.after))
  const went = before
    .filter((item) => !after.includes(item))
    .map((item) => valueWords(item, field, names.before))
  return [
    came.length === 0 ? '' : `gains ${came.join(', ')}`,
    went.length === 0 ? '' : `loses ${went.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** The items that hold a place, outermost first: `Vendor ladder level 3`. */
function headWords(within: readonly Within[], names: BothNames): string {
  return capital(
    within
      .map(({ place, before, after }) =>
        after === undefined
          ? itemWords(place, before, names.before)
          : itemWords(place, after, names.after),
      )
      .filter((words) => words !== '')
      .join(' '),
  )
}

function itemSentence(difference: Difference, names: BothNames): string {
  const head = headWords(difference.within, names)
  const gone = difference.after === undefined
  const item = gone ? difference.before : difference.after
  const said = saidInHead[difference.place] ?? []
  const rest =
    typeof item === 'object' && item !== null
      ? Object.fromEntries(Object.entries(item).filter(([name]) => !said.includes(name)))
      : { '': item }
  const words = valueWords(rest, '', gone ? names.before : names.after)
  const detail = words === 'nothing' ? '' : `: ${words}`
  return `${subjectOf(difference, head, names)} ${gone ? 'removed' : 'added'}${detail}`
}

/** An item without a name of its own is called by its list: `Calendar vendor-office source of holidays`. */
function subjectOf({ place, within }: Difference, head: string, names: BothNames): string {
  const [own, ...outer] = within.toReversed()
  const ownWords = itemWords(place, own?.after ?? own?.before, names.after)
  if (ownWords !== '') return head
  return [head, placeWords(place, outer[0]?.place ?? '')].filter((part) => part !== '').join(' ')
}

/** Places for which the field has a turn of phrase of its own. */
function specialSentence(difference: Difference, names: BothNames): string | undefined {
  const { place, before, after, within } = difference
  const field = fieldOf(place)
  if (place.startsWith('/targets/byPriority/')) {
    const row = (within[0]?.after ?? within[0]?.before) as { readonly kind: CommitmentKind }
    const priority = (after === undefined ? names.before : names.after).priority(field)
    return `${capital(`${priority} ${targetWords(row.kind)}`)}: ${changeWords(difference, names)}`
  }
  if (place === '/responsibilities/accountable' && before !== undefined && after !== undefined) {
    return `${headWords(within, names)}: accountable moves from ${valueWords(before, field, names.before)} to ${valueWords(after, field, names.after)}`
  }
  if (place === '/ladders/levels/position') {
    const was = titleWords(before, names.before)
    const is = titleWords(after, names.after)
    const same = was === is
    return `${headWords(within, names)}: ${same ? String(before) : was} → ${same ? String(after) : is}`
  }
  if (place === '/positions/title' || place === '/priorities/label' || place === '/people/name') {
    const list = place.slice(0, place.lastIndexOf('/'))
    return `${capital(itemWords(list, within[0]?.before, names.before))} is renamed to "${String(after)}"`
  }
  if (place === '/positions/holders' && difference.what === 'item') {
    const holder = (after ?? before) as { readonly person: string }
    const position = itemWords('/positions', within[0]?.after, names.after)
    return `${position}: ${names[after === undefined ? 'before' : 'after'].person(holder.person)} ${after === undefined ? 'no longer holds it' : 'holds it'}${holderDetail(after ?? before, names)}`
  }
  return undefined
}

const titleWords = (id: unknown, names: ValueNames): string =>
  typeof id === 'string' ? names.titleAlone(id) : 'nobody'

function holderDetail(holder: unknown, names: BothNames): string {
  const { person: _person, ...rest } = holder as Readonly<Record<string, unknown>>
  const words = valueWords(rest, '', names.after)
  return words === 'nothing' ? '' : ` (${words})`
}
