// The chapters of the domain, in reading order: one may import only those that stand before it.
// The boundary check reads this list; a new chapter takes its place here first.
export const chapters = [
  'kernel',
  'time',
  'identity',
  'partner',
  'commitment',
  'measure',
  'agreement',
  'rulebook',
  'coverage',
  'request',
  'support',
  'delivery',
  'matching',
  'deal',
  'lead',
  'training',
  'ledger',
  'fund',
  'incentive',
  'goal',
  'tier',
  'scorecard',
  'report',
  'data-quality',
  'portal-usage',
  'simulation',
  'evidence',
]

// Chapters of technology: they exist in the server only.
export const technologyChapters = [
  'access',
  'audit',
  'notification',
  'webhook',
  'crm',
  'document',
  'search',
]

// Packages, from the ground up: each may import those named, never back.
export const packages = {
  domain: [],
  contract: ['domain'],
  server: ['contract', 'domain'],
  web: ['contract', 'domain'],
  cli: ['server', 'contract', 'domain'],
}
