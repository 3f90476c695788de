/**
 * Reads data as an agreement: the form alone, not whether names refer to something (`references.ts`) or whether
 * anything is missing (the audit). All faults are reported at once, because a person mends a file in one sitting.
 */
import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'
import { agreementFile, agreementFormat, type Agreement } from './agreement.ts'
import { faultsOf, type FormFault } from './form-fault.ts'

export interface FormRefusal extends Refusal {
  readonly code: 'agreement.form'
  /** At least one; in the order of the form. */
  readonly faults: readonly FormFault[]
}

/** The agreement in plain data, or every fault of its form. */
export function readForm(data: unknown): Result<Agreement, FormRefusal> {
  const unlike = notAnAgreement(data)
  if (unlike !== undefined) return refusal([unlike])
  const read = agreementFile.safeParse(data, { reportInput: true })
  return read.success ? accepted(read.data) : refusal(faultsOf(read.error.issues, data))
}

function refusal(faults: readonly FormFault[]): Result<never, FormRefusal> {
  const count = faults.length === 1 ? 'one place' : `${faults.length} places`
  return refused({
    code: 'agreement.form',
    sentence: `The file does not have the form of an agreement in ${count}.`,
    fix: faults[0]?.fix ?? '',
    faults,
  })
}

/** One sentence instead of twenty where somebody names the wrong file. */
function notAnAgreement(data: unknown): FormFault | undefined {
  const group = typeof data === 'object' && data !== null && !Array.isArray(data)
  const format = group && 'format' in data ? data.format : undefined
  if (format === agreementFormat) return undefined
  const common = { path: '/format', value: format, at: 'value' as const }
  if (group && format === undefined && ('parties' in data || 'id' in data)) return undefined
  if (typeof format === 'string' && format.startsWith('entente/agreement@')) {
    return {
      ...common,
      code: 'agreement.unknown-format',
      sentence: `The file has the format "${format.slice(0, 60)}", and this program reads "${agreementFormat}".`,
      fix: 'Use the version of Entente that wrote it.',
    }
  }
  if (group && ('parties' in data || 'id' in data)) return undefined
  return {
    ...common,
    path: '',
    value: undefined,
    code: 'agreement.not-an-agreement',
    sentence: 'This file is not an agreement: it has no "format".',
    fix: `An agreement begins with "format: ${agreementFormat}"; a document in words goes through "entente import".`,
  }
}
