import type { Responsibility } from '../agreement/responsibilities.ts'

/** The six activities of the standard matrix, how people word them, and the promises that belong to them. */
export interface UsualActivity {
  readonly id: string
  readonly label: string
  readonly words: RegExp
  /** Subjects of commitments that this activity keeps: `case` of `case.response`. */
  readonly subjects: readonly string[]
}

export const usualActivities: readonly UsualActivity[] = [
  {
    id: 'lead-generation',
    label: 'Lead generation',
    words: /\bleads?\b|demand|prospect/i,
    subjects: [],
  },
  { id: 'qualification', label: 'Qualification', words: /qualif/i, subjects: [] },
  { id: 'sales', label: 'Sales', words: /\bsales?\b|\bselling\b|closing/i, subjects: [] },
  {
    id: 'delivery',
    label: 'Delivery',
    words: /deliver|implement|install|roll-?out|project/i,
    subjects: ['delivery'],
  },
  {
    id: 'support',
    label: 'Support',
    words: /support|service desk|help ?desk/i,
    subjects: ['case'],
  },
  { id: 'renewals', label: 'Renewals', words: /renew/i, subjects: ['renewal'] },
]

const words = ({ activity, label }: Responsibility): string =>
  `${activity.replaceAll('-', ' ')} ${label}`

export const isActivity = (row: Responsibility, usual: UsualActivity): boolean =>
  row.activity === usual.id || usual.words.test(words(row))

/** The usual activity that a row stands for: the one whose id it has, else the first whose words it uses. */
export const usualActivityOf = (row: Responsibility): UsualActivity | undefined =>
  usualActivities.find((usual) => row.activity === usual.id) ??
  usualActivities.find((usual) => usual.words.test(words(row)))
