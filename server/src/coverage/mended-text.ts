import type { Agreement, AgreementFile } from '@entente/domain/agreement/agreement.ts'
import type { PatchOperation } from '@entente/domain/agreement/finding.ts'
import { isSameJson, type Json } from '@entente/domain/coverage/json.ts'
import { agreementText } from '../agreement/write-agreement.ts'
import { readAgreementText } from '../agreement/read-agreement.ts'
import { patchYaml } from './patch-yaml.ts'

/** A mended agreement, and the operations that led from the text to it. */
export interface Mended {
  readonly file: AgreementFile
  readonly agreement: Agreement
  readonly patch: readonly PatchOperation[]
}

/**
 * The text of a mended agreement for a file of that name. YAML stays YAML with its comments where the edited text
 * reads back to exactly the mended agreement; otherwise, and for JSON, it is written anew.
 */
export function mendedText(
  source: { readonly text: string; readonly path: string },
  mended: Mended,
  goal: string,
): { readonly text: string; readonly keptLayout: boolean } {
  if (!isJson(source.path) && !isJson(goal)) {
    const text = editedYaml(source.text, mended.patch)
    const read = text === undefined ? undefined : readAgreementText(text, goal)
    if (text !== undefined && read?.ok === true) {
      const isExact = isSameJson(plain(read.value.agreement), plain(mended.agreement))
      if (isExact) return { text, keptLayout: true }
    }
  }
  return { text: agreementText(mended.file, goal), keptLayout: false }
}

const isJson = (path: string): boolean => path.toLowerCase().endsWith('.json')

function editedYaml(text: string, patch: readonly PatchOperation[]): string | undefined {
  try {
    return patchYaml(text, patch)
  } catch {
    return undefined
  }
}

/** As JSON has it, without fields that hold nothing. */
const plain = (agreement: Agreement): Json => JSON.parse(JSON.stringify(agreement)) as Json
