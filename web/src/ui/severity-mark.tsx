import './severity-mark.css'

/** Severity by shape, colour and word together: an octagon, a triangle, a dotted ring. */
export function SeverityMark({ severity }: { readonly severity: 'error' | 'warning' | 'hint' }) {
  return (
    <span className="severity" data-severity={severity}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {severity === 'error' && <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="var(--late)" />}
        {severity === 'warning' && <path d="M8 1.5 15.5 14.5H.5z" fill="var(--warning)" />}
        {severity === 'hint' && (
          <circle
            cx="8"
            cy="8"
            r="6"
            fill="none"
            stroke="var(--text-3)"
            strokeWidth="1.5"
            strokeDasharray="2 2"
          />
        )}
        {severity !== 'hint' && <path d="M7.2 5h1.6v4.2H7.2zm0 5.4h1.6V12H7.2z" fill="#fff" />}
      </svg>
      {words[severity]}
    </span>
  )
}

const words = { error: 'Error', warning: 'Warning', hint: 'Hint' } as const
