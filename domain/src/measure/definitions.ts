import type { MeasureFacts } from './measure-facts.ts'
import { outcomeMeasures } from './outcome-measures.ts'
import { workMeasures } from './work-measures.ts'

/**
 * The catalogue of measures: every figure that a screen, a report, a tier, a trigger or the API shows has one
 * definition, here, with its unit and its usual window. A measure is a figure, never a promise: what one side owes the
 * other by some time is a commitment.
 *
 * The rule that surprises: a window says which records count, by the instant at which they were decided. A clock
 * opened in March and met late in April is a breach of April.
 */
export interface Measure extends MeasureFacts {
  readonly id: MeasureId
}

export type MeasureId = keyof typeof outcomeMeasures | keyof typeof workMeasures

const definitions: Readonly<Record<MeasureId, MeasureFacts>> = {
  ...outcomeMeasures,
  ...workMeasures,
}

export const measures: readonly Measure[] = (Object.keys(definitions) as MeasureId[]).map((id) =>
  measure(id),
)

export function measure(id: MeasureId): Measure {
  const { label, unit, window, sentence } = definitions[id]
  return { id, label, unit, window, sentence }
}

export const isMeasureId = (text: string): text is MeasureId => Object.hasOwn(definitions, text)
