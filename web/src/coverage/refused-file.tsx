import type { Problem } from '@entente/contract/problem.ts'

/** A file that could not be read: what did not happen, why, and how to mend each place. */
export function RefusedFile({ problem }: { readonly problem: Problem }) {
  return (
    <div className="refusal" role="alert">
      <h2>{problem.title}</h2>
      <p>{problem.detail}</p>
      <ul>
        {problem.refusals?.map((refusal, index) => (
          <li key={`${index}-${refusal.code}`}>
            {refusal.line !== undefined && `Line ${refusal.line}: `}
            {refusal.sentence} {refusal.fix}
          </li>
        ))}
      </ul>
    </div>
  )
}
