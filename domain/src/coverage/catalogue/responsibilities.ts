import type { Catalogue } from './entry.ts'

export const responsibilitiesCatalogue = {
  'responsibilities.missing': {
    severity: 'error',
    element: 'responsibilities',
    title: 'No matrix of responsibilities',
    why: 'Nobody knows who does what; work waits until somebody feels responsible.',
  },
  'responsibilities.activity-missing': {
    severity: 'warning',
    element: 'responsibilities',
    title: 'A usual activity has no row',
    why: 'What the matrix does not name is done by nobody, or by both.',
  },
  'responsibilities.activity-without-row': {
    severity: 'error',
    element: 'responsibilities',
    title: 'Work that is promised has no row',
    why: 'The agreement promises a time for it, but nobody is named who keeps the promise.',
  },
  'responsibilities.row-empty': {
    severity: 'error',
    element: 'responsibilities',
    title: 'A row names nobody',
    why: 'An activity without a responsible and an accountable position is a wish.',
  },
  'responsibilities.both-sides-without-accountable': {
    severity: 'error',
    element: 'responsibilities',
    title: 'Ticked by both sides, and nobody is accountable',
    why: 'The first classic failure: each side assumes that the other will do it, and neither answers for it.',
  },
  'responsibilities.side-without-position': {
    severity: 'warning',
    element: 'responsibilities',
    title: 'A side is ticked, but no position',
    why: 'A company does not answer a telephone. Work without a position has no owner and escalates to nobody.',
  },
  'responsibilities.no-accountable': {
    severity: 'error',
    element: 'responsibilities',
    title: 'Nobody is accountable',
    why: 'Those who do the work can each say that the decision was somebody else’s.',
  },
  'responsibilities.several-accountable': {
    severity: 'error',
    element: 'responsibilities',
    title: 'More than one position is accountable',
    why: 'Two who answer for it means that each may wait for the other; accountability is one position.',
  },
  'responsibilities.no-responsible': {
    severity: 'error',
    element: 'responsibilities',
    title: 'Nobody is responsible',
    why: 'Somebody answers for work that nobody does; requests under this row have no owner.',
  },
  'responsibilities.position-without-holder': {
    severity: 'error',
    element: 'responsibilities',
    title: 'A position in the matrix that nobody holds',
    why: 'Work under the row goes to an empty chair, and its clock runs all the same.',
  },
  'responsibilities.accountable-not-owing': {
    severity: 'error',
    element: 'responsibilities',
    title: 'The side that answers is not the side that owes',
    why: 'One side is measured and escalated for a promise that the other side decides about.',
  },
  'responsibilities.many-responsible': {
    severity: 'warning',
    element: 'responsibilities',
    title: 'More than three positions are responsible',
    why: 'Where many do it, each does a little less; the work has no natural owner.',
  },
  'responsibilities.many-consulted-or-informed': {
    severity: 'warning',
    element: 'responsibilities',
    title: 'Many positions are consulted or informed',
    why: 'Each one consulted is a wait, and a message to everybody is read by nobody.',
  },
  'responsibilities.nobody-told': {
    severity: 'warning',
    element: 'responsibilities',
    title: 'Nobody is consulted or informed',
    why: 'The other side learns of the result from the customer.',
  },
  'responsibilities.already-involved': {
    severity: 'hint',
    element: 'responsibilities',
    title: 'Told about its own work',
    why: 'A position that does the work or answers for it need not be consulted or informed as well; the row only looks longer.',
  },
  'responsibilities.accountable-nearly-everywhere': {
    severity: 'warning',
    element: 'responsibilities',
    title: 'One position is accountable for nearly everything',
    why: 'One holiday of one person stops the partnership, and accountability for everything is accountability for nothing.',
  },
  'responsibilities.sides-split-without-commitment': {
    severity: 'warning',
    element: 'responsibilities',
    title: 'One side does it, the other answers for it, and nothing is promised between them',
    why: 'The side that answers cannot demand the work by any time, and is blamed for it.',
  },
  'responsibilities.team-without-deputy': {
    severity: 'warning',
    element: 'responsibilities',
    title: 'A team is accountable and has no deputy',
    why: 'A shared desk answers for nothing; somebody must be the one who is asked, and somebody else when that one is away.',
  },
} as const satisfies Catalogue
