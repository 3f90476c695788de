import type { Choice, CoverageElement, Finding, PatchOperation } from '../agreement/finding.ts'
import { findingsCatalogue, type FindingCode } from './findings-catalogue.ts'

/** The facts of one finding; what its code always means comes from the catalogue. */
export interface FindingFacts {
  /** JSON Pointer of the nearest place that exists or would exist. */
  readonly path: string
  readonly what: string
  /** What to do, as a person would be told. */
  readonly fix: string
  readonly patch?: readonly PatchOperation[] | undefined
  readonly choices?: readonly Choice[] | undefined
  /** Only for what can occur in any section, such as a placeholder left in the text. */
  readonly element?: CoverageElement
}

/** Joins facts and catalogue. Empty patches and choices are left out: they would promise help and give none. */
export function finding(code: FindingCode, facts: FindingFacts): Finding {
  const { severity, element, why } = findingsCatalogue[code]
  const hasPatch = facts.patch !== undefined && facts.patch.length > 0
  const hasChoices = facts.choices !== undefined && facts.choices.length > 0
  return {
    code,
    severity,
    element: facts.element ?? element,
    path: facts.path,
    what: facts.what,
    why,
    fix: {
      sentence: facts.fix,
      ...(hasPatch && { patch: facts.patch }),
      ...(hasChoices && { choices: facts.choices }),
    },
  }
}
