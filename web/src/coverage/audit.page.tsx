import { useState } from 'react'
import { audit, type AuditAnswer } from './audit.queries.ts'
import { Findings } from './findings.tsx'
import { RefusedFile } from './refused-file.tsx'
import './audit.page.css'

/** One question: what is missing in this agreement? Choose a file, read the findings; nothing is stored. */
export function AuditPage() {
  const [answer, setAnswer] = useState<AuditAnswer | 'asking' | undefined>(undefined)

  async function choose(file: File | undefined) {
    if (file === undefined) return
    setAnswer('asking')
    setAnswer(await audit(file))
  }

  return (
    <main className="audit">
      <h1>What is missing in this agreement?</h1>
      <p className="audit-lead">
        Choose an agreement file (YAML or JSON). Each finding says where it stands, why it matters
        and what to do. The file is read and forgotten.
      </p>
      <label className="audit-choose">
        Choose an agreement file
        <input
          type="file"
          accept=".yaml,.yml,.json"
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <section className="audit-result" aria-live="polite">
        {answer === 'asking' && <p>Reading the agreement …</p>}
        {answer !== undefined && answer !== 'asking' && answer.state === 'refused' && (
          <RefusedFile problem={answer.problem} />
        )}
        {answer !== undefined && answer !== 'asking' && answer.state === 'audited' && (
          <Findings audited={answer.audited} />
        )}
      </section>
    </main>
  )
}
