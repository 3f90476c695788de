import type { AgreementFile } from '@entente/domain/agreement/agreement.ts'
import { readForm } from '@entente/domain/agreement/form.ts'
import { shortForm } from '@entente/domain/agreement/short-form.ts'
import type { Result } from '@entente/domain/kernel/result.ts'
import { dirname, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeFileWhole, type WriteRefusal } from '../document/write-file.ts'
import { agreementYaml, inFormOrder } from './agreement-yaml.ts'

/** The JSON Schema that this program publishes, by which an editor completes and checks. */
const publishedSchema = fileURLToPath(
  new URL('../../../docs/schema/agreement-1.schema.json', import.meta.url),
)

/**
 * Writes an agreement as YAML, or as JSON where the name ends in `.json`, in its short forms. The file appears whole
 * or not at all, and an existing one is refused unless `force`. Data that has not the form of an agreement is written
 * as it is, because a draft that cannot be saved is lost work; reading it back will say what is wrong.
 */
export async function writeAgreement(
  path: string,
  file: AgreementFile,
  settings: { readonly force?: boolean } = {},
): Promise<Result<{ readonly file: string }, WriteRefusal>> {
  return writeFileWhole(path, agreementText(file, path), settings)
}

/** The text of an agreement file; `path` decides between YAML and JSON and where its `$schema` points. */
export function agreementText(file: AgreementFile, path: string): string {
  const form = readForm(file)
  const short = form.ok ? shortForm(form.value) : file
  const schema = short.$schema ?? relative(dirname(path), publishedSchema).split(sep).join('/')
  if (path.toLowerCase().endsWith('.json')) {
    return `${JSON.stringify(inFormOrder({ ...short, $schema: schema }), null, 2)}\n`
  }
  const { $schema: _schema, ...terms } = short
  return agreementYaml(terms, schema)
}
