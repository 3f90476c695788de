import type { Catalogue } from './entry.ts'

export const termCatalogue = {
  'term.start-missing': {
    severity: 'error',
    element: 'term',
    title: 'No start',
    why: 'Nobody can say whether yesterday’s breach counts.',
  },
  'term.end-missing': {
    severity: 'error',
    element: 'term',
    title: 'Neither an end nor open-ended',
    why: 'One side believes that it is bound for ever, the other that it is free.',
  },
  'term.end-before-start': {
    severity: 'error',
    element: 'term',
    title: 'The end lies before the start',
    why: 'The agreement is never in force.',
  },
  'term.open-ended-with-end': {
    severity: 'error',
    element: 'term',
    title: 'Open-ended, with an end',
    why: 'Both cannot be true, and each side will quote the one it likes.',
  },
  'term.notice-missing': {
    severity: 'error',
    element: 'term',
    title: 'No notice period',
    why: 'A side can leave overnight, with customers in the middle of a project, or cannot leave at all.',
  },
  'term.triggers-missing': {
    severity: 'error',
    element: 'term',
    title: 'Nothing lets a side end the agreement early',
    why: 'A partnership that does not work goes on until its end, or ends in court.',
  },
  'term.trigger-not-measurable': {
    severity: 'warning',
    element: 'term',
    title: 'A termination trigger that nothing measures',
    why: '"Persistent failure" is an opinion. Without a condition over figures nobody knows whether it has come true.',
  },
  'term.trigger-measure-unknown': {
    severity: 'error',
    element: 'term',
    title: 'A termination trigger measures something unknown',
    why: 'The condition can never come true, because no figure of that name exists.',
  },
  'term.trigger-incomplete': {
    severity: 'warning',
    element: 'term',
    title: 'A termination trigger is not complete',
    why: 'Three breaches in a week and three in five years are not the same; without a number and a window it cannot be judged.',
  },
  'term.renewal-missing': {
    severity: 'warning',
    element: 'term',
    title: 'Nothing says what happens at the end',
    why: 'People go on working as before, under terms that no longer hold.',
  },
  'term.renewal-length-missing': {
    severity: 'warning',
    element: 'term',
    title: 'It renews itself, for an unknown time',
    why: 'One side plans for a year, the other for ever.',
  },
  'term.renewal-without-reminder': {
    severity: 'warning',
    element: 'term',
    title: 'It renews itself without a reminder',
    why: 'The day on which notice had to be given passes unseen, and both are bound for another term.',
  },
  'term.reminder-within-notice': {
    severity: 'warning',
    element: 'term',
    title: 'The reminder comes too late to give notice',
    why: 'It reminds of a decision that can no longer be taken.',
  },
  'term.notice-window-passed': {
    severity: 'warning',
    element: 'term',
    title: 'It is too late to give notice',
    why: 'The agreement renews itself now, whatever anybody intends.',
  },
  'term.expiry-near': {
    severity: 'warning',
    element: 'term',
    title: 'The agreement ends soon',
    why: 'A renewal needs talks, signatures and new holidays; three months are not long.',
  },
  'term.expired': {
    severity: 'error',
    element: 'term',
    title: 'The agreement has ended',
    why: 'Work goes on without terms; a breach from now on has no consequence.',
    state: 'expired',
  },
  'term.wind-down-missing': {
    severity: 'warning',
    element: 'term',
    title: 'Nothing says how it ends',
    why: 'Protected deals, open leads, funds, access and data are fought over on the last day.',
  },
  'term.wind-down-incomplete': {
    severity: 'warning',
    element: 'term',
    title: 'A step of the wind-down has no owner or no date',
    why: 'After the end nobody feels responsible for what is left.',
  },
} as const satisfies Catalogue
