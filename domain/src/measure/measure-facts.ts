/** What the definition of a measure says beside its id. */
export interface MeasureFacts {
  readonly label: string
  readonly unit: MeasureUnit
  readonly window: MeasureWindow
  /** The definition as one sentence, shown wherever the figure is. */
  readonly sentence: string
}

/** `time` is milliseconds on the line of its clock; `share` is from 0 to 1; `money` is minor units of a currency. */
export type MeasureUnit = 'share' | 'time' | 'count' | 'money' | 'days' | 'hours-a-week'

/** `at-instant` looks at what is so now; the others at what was decided in the period. */
export type MeasureWindow = 'at-instant' | 'week' | 'month' | 'quarter' | 'year'
