import type { AuditedAgreement } from '@entente/contract/coverage.ts'
import { SeverityMark } from '../ui/severity-mark.tsx'

const worstFirst = ['error', 'warning', 'hint'] as const

/** The findings of one agreement, worst first, or the good news. */
export function Findings({ audited }: { readonly audited: AuditedAgreement }) {
  const findings = worstFirst.flatMap((severity) =>
    audited.findings.filter((finding) => finding.severity === severity),
  )
  const errors = audited.findings.filter((finding) => finding.severity === 'error').length
  return (
    <>
      <h2>{audited.title}</h2>
      <p className="audit-hash">{audited.hash}</p>
      <p>
        {audited.findings.length === 0
          ? 'Everything is agreed: the audit finds nothing missing.'
          : `${count(audited.findings.length, 'finding')}, of which ${count(errors, 'error')}. A version with errors cannot be proposed.`}
      </p>
      {audited.findings.length > 0 && (
        <ul className="findings">
          {findings.map((finding) => (
            <li className="finding" key={`${finding.code} ${finding.path}`}>
              <SeverityMark severity={finding.severity} />
              <p className="finding-what">{finding.what}</p>
              <p className="finding-why">{finding.why}</p>
              <p>{finding.fix}</p>
              {finding.answers.length > 0 && (
                <ul className="finding-answers" aria-label="The usual answers">
                  {finding.answers.map((answer) => (
                    <li key={answer}>{answer}</li>
                  ))}
                </ul>
              )}
              <p className="finding-place">
                {finding.line === undefined ? '' : `Line ${finding.line} · `}
                {finding.code}
              </p>
            </li>
          ))}
        </ul>
      )}
      {audited.meant.length > 0 && (
        <>
          <h3>Known and meant so</h3>
          <ul className="findings">
            {audited.meant.map((point) => (
              <li className="finding" key={`${point.code} ${point.what}`}>
                <p className="finding-what">{point.what}</p>
                <p>Meant so: {point.because}</p>
                <p className="finding-place">{point.code}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`
}
