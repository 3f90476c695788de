import type { Agreement, AgreementFile } from '../agreement/agreement.ts'
import type { Finding, PatchOperation } from '../agreement/finding.ts'
import { readForm, type FormRefusal } from '../agreement/form.ts'
import { accepted, type Result } from '../kernel/result.ts'
import { auditAgreement, type AuditContext } from './audit.ts'
import { meantPatch } from './meant.ts'
import { operationsForDraft } from './next-draft.ts'
import { applyPatch, type PatchRefusal } from './json-patch.ts'
import type { Json } from './json.ts'

/** Applies one patch to the file as people write it; the given file stays as it was. */
export function applyFix(
  file: AgreementFile,
  patch: readonly PatchOperation[],
): Result<
  { readonly file: AgreementFile; readonly agreement: Agreement },
  PatchRefusal | FormRefusal
> {
  const patched = applyPatch(file as Json, patch)
  if (!patched.ok) return patched
  const read = readForm(patched.value)
  if (!read.ok) return read
  return accepted({ file: patched.value as AgreementFile, agreement: read.value })
}

/** Which fixes are wanted: those of the codes named, or all; and the answers that people gave. */
export interface WantedFixes {
  /** Left out: every fix that has a patch. */
  readonly codes?: ReadonlySet<string> | undefined
  /**
   * Answers by code, or by code and place (`code@/responsibilities/1`): the id of a choice. One by code holds for
   * every finding of the code that offers it.
   */
  readonly answers?: ReadonlyMap<string, string> | undefined
  /** What is meant so, by code or by code and place, each with its reason. */
  readonly meant?: ReadonlyMap<string, string> | undefined
}

export interface FixedAgreement {
  readonly file: AgreementFile
  readonly agreement: Agreement
  /** What made it a draft that may be edited; empty where it was one, and where nothing was mended. */
  readonly opening: readonly PatchOperation[]
  /** What was mended, in order, each with the operations that were applied. */
  readonly applied: readonly AppliedFix[]
  /** What the audit still finds. */
  readonly remaining: readonly Finding[]
}

export interface AppliedFix {
  readonly finding: Finding
  /** The answer that was taken, where the finding offered several. */
  readonly choice?: string | undefined
  readonly patch: readonly PatchOperation[]
}

/**
 * Mends what can be mended in a draft (`operationsForDraft` says what that is), one finding after the other, and audits again after each: patches are written against
 * the agreement as it stands, so two of them that add the same section must not both be applied blindly. A finding
 * is tried once, so the work always ends, and a patch that would bring a new kind of error is not applied.
 */
export function fixAgreement(
  start: { readonly file: AgreementFile; readonly agreement: Agreement },
  context: AuditContext,
  wanted: WantedFixes = {},
): FixedAgreement {
  const opening = operationsForDraft(start.agreement)
  const opened = applyFix(start.file, opening)
  if (!opened.ok) throw new Error(opened.refusal.sentence)
  let current = opened.value
  let findings = auditAgreement(current.agreement, context)
  const applied: AppliedFix[] = []
  const tried = new Set<string>()
  for (;;) {
    const next = findings
      .map((finding) => ({ finding, ...wantedPatch(current.agreement, finding, wanted) }))
      .find(({ finding, patch }) => patch !== undefined && !tried.has(identityOf(finding)))
    if (next?.patch === undefined) break
    tried.add(identityOf(next.finding))
    const result = applyFix(current.file, next.patch)
    if (!result.ok) continue
    const after = auditAgreement(result.value.agreement, context)
    if (bringsNewError(findings, after)) continue
    current = result.value
    findings = after
    applied.push({ finding: next.finding, choice: next.choice, patch: next.patch })
  }
  if (applied.length > 0) return { ...current, opening, applied, remaining: findings }
  const remaining = auditAgreement(start.agreement, context)
  return { ...start, opening: [], applied, remaining }
}

/** A cure that is worse than the fault: an error of a kind that was not there. */
function bringsNewError(before: readonly Finding[], after: readonly Finding[]): boolean {
  const known = new Set(before.map(({ code }) => code))
  return after.some(({ severity, code }) => severity === 'error' && !known.has(code))
}

function wantedPatch(
  agreement: Agreement,
  { code, path, fix, severity }: Finding,
  { codes, answers, meant }: WantedFixes,
): {
  readonly patch?: readonly PatchOperation[] | undefined
  readonly choice?: string | undefined
} {
  const everywhere = meant?.get(code)
  const because = meant?.get(`${code}@${path}`) ?? everywhere
  if (because !== undefined && severity !== 'error') {
    const point = { code, because, ...(everywhere === undefined && { path }) }
    return { patch: meantPatch(agreement, point), choice: `Meant so: ${because}` }
  }
  const answer = answers?.get(`${code}@${path}`) ?? answers?.get(code)
  if (answer !== undefined) {
    const choice = fix.choices?.find(({ id }) => id === answer)
    if (choice !== undefined) return { patch: choice.patch, choice: choice.label }
  }
  return codes === undefined || codes.has(code) ? { patch: fix.patch } : {}
}

/** One fault at one place, as it reads. */
const identityOf = ({ code, path, what }: Finding): string => `${code} ${path} ${what}`
