import { readMappingForm, type MappingFault } from '@entente/domain/simulation/mapping-form.ts'
import type { LogMapping } from '@entente/domain/simulation/log-mapping.ts'
import type { FileRefusal } from '../document/file-refusal.ts'
import { readYaml, type YamlDocument } from '../document/read-yaml.ts'

export type MappingResult =
  | { readonly ok: true; readonly value: LogMapping; readonly document: YamlDocument }
  | { readonly ok: false; readonly refusals: readonly FileRefusal[] }

/** Reads a mapping file, YAML or JSON; every fault of its form is refused at once, each with its line. */
export async function readMapping(path: string): Promise<MappingResult> {
  const document = await readYaml(path)
  if (!document.ok) return { ok: false, refusals: [document.refusal] }
  const form = readMappingForm(document.value.data)
  if (form.ok) return { ok: true, value: form.value, document: document.value }
  const refusals = form.faults
    .map((fault) => located(fault, document.value))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  return { ok: false, refusals }
}

function located({ at, near: _near, ...fault }: MappingFault, document: YamlDocument): FileRefusal {
  return { ...fault, file: document.file, ...document.locate(fault.path, at) }
}
