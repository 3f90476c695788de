import type { AgreementFile } from '@entente/domain/agreement/agreement.ts'
import { knownFields } from '@entente/domain/agreement/form-schema.ts'
import { Document, isMap, isScalar, isSeq, Scalar, visit, type Node, type YAMLMap } from 'yaml'

/** What stands above the sections, in the words of the standard template. */
const sectionTitles: Readonly<Record<string, string>> = {
  parties: 'The two sides',
  scope: '1. Scope: what the partnership covers',
  people: 'People, and the positions they hold',
  responsibilities: '2. Responsibilities: who does it, answers for it, is asked, is told (RACI)',
  priorities: '3. Response times: what is urgent, and how fast it is owed',
  calendars: 'Calendars: when time counts; holidays are signed as dates',
  ladders: '4. Escalation: who is called, and when',
  delivery: 'Delivery: handover, acceptance, delay, change',
  reports: '5. Reporting',
  term: '6. Term and termination',
  notes: 'Words of the imported document that no section holds',
  meant: 'Known and meant so: what the audit would remark, each with the reason',
  acceptances: 'Acceptances: consent of each side to one hash',
}

/** A row or a list longer than this stands on lines of its own. */
const rowWidth = 88

/** Data as a person would lay it out: known fields first and in the order of the form, lists in their own order. */
export function inFormOrder(value: unknown, path: readonly PropertyKey[] = []): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inFormOrder(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Readonly<Record<string, unknown>>
  const known = knownFields(path)
  const names = [...known, ...Object.keys(fields).filter((name) => !known.includes(name))]
  return Object.fromEntries(
    names
      .filter((name) => fields[name] !== undefined)
      .map((name) => [name, inFormOrder(fields[name], [...path, name])]),
  )
}

/**
 * Pleasant YAML 1.2: sections under their titles, small rows and lists on one line, quotes only where needed.
 * `schema` is where an editor finds the JSON Schema, relative to the file.
 */
export function agreementYaml(file: AgreementFile, schema?: string): string {
  const document = new Document(inFormOrder(file), {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  })
  if (schema !== undefined) document.commentBefore = ` yaml-language-server: $schema=${schema}`
  if (isMap(document.contents)) titleSections(document.contents)
  visit(document, {
    Scalar: (_, node) => quoteAmbiguous(node),
    Seq: (_, node) => {
      if (node.items.every((item) => isScalar(item)) && width(node) <= rowWidth) node.flow = true
      for (const item of node.items) if (isMap(item) && isShortRow(item)) item.flow = true
    },
  })
  return document.toString({ lineWidth: 100 })
}

/** A blank line and a title before each section. */
function titleSections(contents: YAMLMap): void {
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string') continue
    const title = sectionTitles[key.value]
    if (title !== undefined) key.commentBefore = ` ${title}`
    key.spaceBefore = title !== undefined || isMap(value) || isSeq(value)
  }
}

/** "no" is a word in YAML 1.2 and false in 1.1; quotes make Norway's code a word for every reader. */
function quoteAmbiguous(node: Scalar): void {
  if (typeof node.value === 'string' && /^(?:y|n|yes|no|on|off)$/i.test(node.value)) {
    node.type = Scalar.QUOTE_DOUBLE
  }
}

const isShortRow = (row: YAMLMap): boolean =>
  row.items.length <= 3 && row.items.every((pair) => isScalar(pair.value)) && width(row) <= rowWidth

const width = (node: Node): number => JSON.stringify(node.toJSON()).length
