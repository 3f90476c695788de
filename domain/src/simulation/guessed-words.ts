/** What the words of a state usually mean, as the mapping writes it. First that fits. */
const effects: readonly (readonly [RegExp, string])[] = [
  [/^-?\d+$/, 'ignore'],
  [/cancel|duplicate|reject|spam|void/i, '{ cancel: cancelled }'],
  [/resolv|clos|done|complete|solved|finished|fixed/i, 'met'],
  [/(?:wait|pending|hold|paus).*(?:vendor|supplier|third|3rd)/i, '{ pause: waiting-for-vendor }'],
  [
    /(?:wait|pending|hold|paus).*(?:user|customer|caller|client|info|evidence|reporter|partner)/i,
    '{ pause: waiting-for-customer }',
  ],
  [/on.?hold|wait|pending|paus|snooz/i, '{ pause: on-hold }'],
]

export const guessedEffect = (state: string): string =>
  effects.find(([words]) => words.test(state))?.[1] ?? 'open'

const priorities: readonly (readonly [RegExp, string])[] = [
  [/critical|urgent|blocker|emergency|highest/i, 'critical'],
  [/high|major/i, 'high'],
  [/moderate|medium|normal|standard|minor/i, 'medium'],
  [/low|trivial|planning/i, 'low'],
  [/1$|^1/, 'critical'],
  [/2$|^2/, 'high'],
  [/3$|^3/, 'medium'],
]

export const guessedPriority = (value: string): string =>
  priorities.find(([words]) => words.test(value))?.[1] ?? 'low'
