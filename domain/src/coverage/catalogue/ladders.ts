import type { Catalogue } from './entry.ts'

export const laddersCatalogue = {
  'ladders.missing': {
    severity: 'error',
    element: 'ladders',
    title: 'A side has no escalation ladder',
    why: 'When this side is late, nobody above the person who is late ever hears of it.',
  },
  'ladders.kind-uncovered': {
    severity: 'warning',
    element: 'ladders',
    title: 'A commitment that no ladder covers',
    why: 'It can be broken without anybody being called.',
  },
  'ladders.levels-missing': {
    severity: 'error',
    element: 'ladders',
    title: 'A ladder without levels',
    why: 'It calls nobody.',
  },
  'ladders.level-gap': {
    severity: 'error',
    element: 'ladders',
    title: 'The levels are not numbered 1, 2, 3 …',
    why: 'A missing or doubled level is usually a line that was lost; people wait for a call that never comes.',
  },
  'ladders.level-without-position': {
    severity: 'error',
    element: 'ladders',
    title: 'A level without a position',
    why: 'The level is reached and nobody is called.',
  },
  'ladders.position-without-holder': {
    severity: 'warning',
    element: 'ladders',
    title: 'A level whose position nobody holds',
    why: 'The call passes to the next level, so a director hears of what a manager should have settled.',
  },
  'ladders.trigger-missing': {
    severity: 'error',
    element: 'ladders',
    title: 'Nothing says when a level is called',
    why: 'A list of names is not an escalation. Without triggers each level is called when somebody dares to.',
  },
  'ladders.triggers-not-ascending': {
    severity: 'error',
    element: 'ladders',
    title: 'A higher level is called before a lower one',
    why: 'The director is called before the manager had a chance; the manager’s level means nothing.',
  },
  'ladders.first-level-too-late': {
    severity: 'warning',
    element: 'ladders',
    title: 'The first level is called only when the promise is broken',
    why: 'Escalate early: before the breach there is still something to do.',
  },
  'ladders.same-person-twice': {
    severity: 'warning',
    element: 'ladders',
    title: 'One person stands on two levels',
    why: 'Escalating to the person who did not react the first time changes nothing.',
  },
  'ladders.same-position-twice': {
    severity: 'warning',
    element: 'ladders',
    title: 'One position stands on two levels',
    why: 'The second call goes to those who had the first one.',
  },
  'ladders.no-executive': {
    severity: 'hint',
    element: 'ladders',
    title: 'The ladder ends below the top',
    why: 'The last level must be able to decide about money and people, or it only passes on the bad news.',
  },
  'ladders.no-acknowledgement': {
    severity: 'warning',
    element: 'ladders',
    title: 'Nobody has to acknowledge a call',
    why: 'A message that was sent is not a message that was read; nobody can tell whether the escalation arrived.',
  },
  'ladders.channels-missing': {
    severity: 'warning',
    element: 'ladders',
    title: 'Nothing says how a level is called',
    why: 'A call at a level that matters should not be one more e-mail among two hundred.',
  },
  'ladders.nobody-outside-hours': {
    severity: 'warning',
    element: 'ladders',
    title: 'The clock runs at night, and nobody may be called at night',
    why: 'The promise counts all hours, but its escalation waits for the morning.',
  },
} as const satisfies Catalogue
