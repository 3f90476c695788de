/**
 * Reads an agreement file, YAML or JSON. Every fault of its form is refused at once, each with its line; what the
 * file does not say is no fault here.
 */
import type { Agreement, AgreementFile } from '@entente/domain/agreement/agreement.ts'
import type { FormFault } from '@entente/domain/agreement/form-fault.ts'
import { readForm } from '@entente/domain/agreement/form.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { briefValue, type FileRefusal } from '../document/file-refusal.ts'
import { readYaml, readYamlText, type YamlDocument } from '../document/read-yaml.ts'

export interface ReadAgreement {
  /** What engines work on: short forms read. */
  readonly agreement: Agreement
  /** The data as it stands in the file, short forms as written. */
  readonly file: AgreementFile
  /** Where everything stands, for findings that name lines. */
  readonly document: YamlDocument
}

/** At least one place where the file does not have the form of an agreement. */
export interface FormRefusals extends Refusal {
  readonly code: 'agreement.form'
  readonly file: string
  readonly refusals: readonly FileRefusal[]
}

export type AgreementRefusal = FileRefusal | FormRefusals

export async function readAgreement(
  path: string,
): Promise<Result<ReadAgreement, AgreementRefusal>> {
  const document = await readYaml(path)
  return document.ok ? agreementIn(document.value) : document
}

/** Reads a text; `file` is the name that refusals use. */
export function readAgreementText(
  text: string,
  file: string,
): Result<ReadAgreement, AgreementRefusal> {
  const document = readYamlText(text, file)
  return document.ok ? agreementIn(document.value) : document
}

/** Every single refusal inside one, for a report that names each line. */
export const eachRefusal = (refusal: AgreementRefusal): readonly FileRefusal[] =>
  'refusals' in refusal ? refusal.refusals : [refusal]

/** The agreement in a document that was read already. */
export function agreementIn(document: YamlDocument): Result<ReadAgreement, FormRefusals> {
  const form = readForm(document.data)
  if (form.ok) {
    return accepted({ agreement: form.value, file: document.data as AgreementFile, document })
  }
  const { faults, code, sentence, fix } = form.refusal
  const refusals = faults
    .map(({ at, ...fault }) => located(fault, document, at))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  return refused({ code, sentence, fix, file: document.file, refusals })
}

function located(
  fault: Omit<FormFault, 'at'>,
  document: YamlDocument,
  part: FormFault['at'],
): FileRefusal {
  const { line, column } = document.locate(fault.path, part)
  return { ...fault, value: briefValue(fault.value), file: document.file, line, column }
}
