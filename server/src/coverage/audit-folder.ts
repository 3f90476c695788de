import { auditInFull, type Audit, type AuditContext } from '@entente/domain/coverage/audit.ts'
import { coverageTable, type CoverageTable } from '@entente/domain/coverage/table.ts'
import { accepted, type Result } from '@entente/domain/kernel/result.ts'
import { eachRefusal, readAgreement, type ReadAgreement } from '../agreement/read-agreement.ts'
import type { FileRefusal } from '../document/file-refusal.ts'
import { findAgreements, type SkippedFile } from './find-agreements.ts'

export interface AuditedFile extends Audit {
  readonly file: string
  readonly read: ReadAgreement
}

export interface AuditedFolder {
  readonly audited: readonly AuditedFile[]
  readonly table: CoverageTable
  /** Files that are no agreements. */
  readonly skipped: readonly SkippedFile[]
  /** Agreements that cannot be read, with every reason; they do not keep the others from being audited. */
  readonly unreadable: readonly {
    readonly file: string
    readonly refusals: readonly FileRefusal[]
  }[]
}

/** Audits every agreement of a folder as of one day; `onFile` hears of each before it is read. */
export async function auditFolder(
  folder: string,
  context: AuditContext,
  onFile: (file: string, index: number, of: number) => void = () => undefined,
): Promise<Result<AuditedFolder, FileRefusal>> {
  const found = await findAgreements(folder)
  if (!found.ok) return found
  const { agreements, skipped } = found.value
  const audited: AuditedFile[] = []
  const unreadable: { file: string; refusals: readonly FileRefusal[] }[] = []
  for (const [index, file] of agreements.entries()) {
    onFile(file, index, agreements.length)
    const read = await readAgreement(file)
    if (read.ok) {
      const audit = auditInFull(read.value.agreement, context)
      audited.push({ file, read: read.value, ...audit })
    } else unreadable.push({ file, refusals: eachRefusal(read.refusal) })
  }
  const rows = audited.map(({ file, read, findings }) => ({
    key: file,
    agreement: read.agreement,
    findings,
  }))
  return accepted({ audited, table: coverageTable(rows), skipped, unreadable })
}
