import type { AgreementDocument } from './agreement-document.ts'

/** Every text of a document in reading order, one a line: for tests, and for whoever wants to search it. */
export function documentText(document: AgreementDocument): string {
  const lines: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') lines.push(String(value))
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  visit(document)
  return lines.join('\n')
}
