type Item = Readonly<Record<string, unknown>>
type Key = (item: Item) => string
/** Fields of an item. */
type Names = readonly string[]

const keyOf =
  (names: Names): Key =>
  (item) =>
    names.map((name) => JSON.stringify(item[name] ?? '')).join(' ')

/**
 * What makes an item of a list the same item in two versions. The first key serves while it is one of a kind in both
 * versions; the second tells apart those that share it.
 */
const keys: Readonly<Record<string, readonly [Names, Names?]>> = {
  '/people': [['id']],
  '/people/absences': [['from']],
  '/positions': [['id']],
  '/positions/holders': [['person'], ['person', 'from']],
  '/responsibilities': [['activity']],
  '/priorities': [['id']],
  '/targets': [['kind'], ['kind', 'owedBy', 'recurring']],
  '/pauses': [['reason']],
  '/breachCost/credits': [['kind', 'priority']],
  '/calendars': [['id']],
  '/calendars/holidays': [['date'], ['date', 'name']],
  '/calendars/exceptions': [['date']],
  '/ladders': [['side'], ['side', 'kinds']],
  '/ladders/levels': [['level']],
  '/delivery/milestones': [['id']],
  '/reports': [['id']],
  '/term/triggers': [['id']],
  '/term/windDown': [['what']],
  '/amends/openWork': [['kind']],
  '/meant': [['code', 'at']],
}

/** What an item of a list is called by people: `case.response`, `channel-manager`. Nothing where items have no names. */
export function itemName(place: string, item: unknown): string | undefined {
  if (typeof item === 'string') return item
  if (typeof item !== 'object' || item === null) return undefined
  const names = keys[place]?.[0] ?? []
  const said = names.map((name) => (item as Item)[name]).filter((value) => value !== undefined)
  return said.length === 0 ? undefined : said.map(String).join(' ')
}

/** One item in both versions, in one of them, or gone; with its position in each. */
export interface Pairing {
  readonly before: Placed | undefined
  readonly after: Placed | undefined
}

export interface Placed {
  readonly item: unknown
  readonly index: number
}

/** Pairs the items of two versions of one list; `meaning` orders those that no key tells apart. */
export function pairItems(
  before: readonly unknown[],
  after: readonly unknown[],
  place: string,
  meaning: (item: unknown) => string,
): readonly Pairing[] {
  const key = keyFor(before, after, place, meaning)
  const old = numbered(before, key, meaning)
  const young = numbered(after, key, meaning)
  return [
    ...[...old].map(([name, item]) => ({ before: item, after: young.get(name) })),
    ...[...young]
      .filter(([name]) => !old.has(name))
      .map(([, item]) => ({ before: undefined, after: item })),
  ]
}

function keyFor(
  before: readonly unknown[],
  after: readonly unknown[],
  place: string,
  meaning: (item: unknown) => string,
): (item: unknown) => string {
  const [names, others] = keys[place] ?? []
  if (names === undefined) return meaning
  const first = keyOf(names)
  const second = others === undefined ? undefined : keyOf(others)
  const unique = (list: readonly unknown[]) =>
    new Set(list.map((item) => first(item as Item))).size === list.length
  const chosen = second !== undefined && !(unique(before) && unique(after)) ? second : first
  return (item) => chosen(item as Item)
}

/** Items under their keys; several with one key are numbered in the order of what they say. */
function numbered(
  list: readonly unknown[],
  key: (item: unknown) => string,
  meaning: (item: unknown) => string,
): ReadonlyMap<string, Placed> {
  const grouped = Map.groupBy(
    list.map((item, index) => ({ item, index })),
    ({ item }) => key(item),
  )
  return new Map(
    [...grouped].flatMap(([name, group]) =>
      (group.length === 1 ? group : inOneOrder(group, meaning)).map(
        (placed, number): [string, Placed] => [`${name}#${number}`, placed],
      ),
    ),
  )
}

const inOneOrder = (
  group: readonly Placed[],
  meaning: (item: unknown) => string,
): readonly Placed[] => group.toSorted((a, b) => (meaning(a.item) < meaning(b.item) ? -1 : 1))
