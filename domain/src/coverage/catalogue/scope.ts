import type { Catalogue } from './entry.ts'

export const scopeCatalogue = {
  'parties.unnamed': {
    severity: 'error',
    element: 'scope',
    title: 'A party has no name',
    why: 'An agreement binds nobody as long as it does not say whom it binds.',
  },
  'scope.missing': {
    severity: 'error',
    element: 'scope',
    title: 'The scope says nothing',
    why: 'Without a scope every case, deal and lead is arguable, and nothing can be refused as outside the partnership.',
  },
  'scope.products-missing': {
    severity: 'warning',
    element: 'scope',
    title: 'No products',
    why: 'The partner cannot know what it may sell and support, and a deal cannot be checked against the scope.',
  },
  'scope.territories-missing': {
    severity: 'warning',
    element: 'scope',
    title: 'No territories',
    why: 'Two partners will meet at one customer, and both will be right.',
  },
  'scope.segments-missing': {
    severity: 'hint',
    element: 'scope',
    title: 'No customer segments',
    why: 'Without segments every customer counts, the named accounts of the direct sales team too.',
  },
  'scope.exclusions-missing': {
    severity: 'hint',
    element: 'scope',
    title: 'Nothing is excluded',
    why: 'What is not covered is what people argue about; if it is not written, one side assumes it is in.',
  },
  'scope.contradiction': {
    severity: 'error',
    element: 'scope',
    title: 'Both in scope and excluded',
    why: 'Work under it can be demanded and refused with the same right.',
  },
  'scope.duplicate': {
    severity: 'hint',
    element: 'scope',
    title: 'Named twice',
    why: 'Two spellings of one thing become two rows in every report.',
  },
  'text.placeholder': {
    severity: 'error',
    element: 'scope',
    title: 'A placeholder was left in the text',
    why: 'A sentence that was never filled in is signed as it stands and means nothing.',
  },
  'notes.unsorted': {
    severity: 'hint',
    element: 'scope',
    title: 'Words that no section holds',
    why: 'They are kept and printed, but nothing measures or enforces what stands in the notes.',
  },
} as const satisfies Catalogue
