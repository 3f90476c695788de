import type { ClockEvent } from './clock-event.ts'
import type { ClockRefusal } from './clock-state.ts'
import type { ClockTerms } from './terms.ts'

export const neverOpened = (terms: ClockTerms): ClockRefusal => ({
  code: 'clock.never-opened',
  sentence: `The clock of ${terms.kind} has no event that opens it.`,
  fix: 'Give an "opened" event with its priority.',
})

export const noTarget = (terms: ClockTerms, priority: string): ClockRefusal => ({
  code: 'clock.no-target',
  sentence: `${terms.kind} has no target for priority "${priority}" in version ${terms.version}.`,
  fix: `Set a target for ${terms.kind} at priority "${priority}", or do not open a clock for it.`,
})

export const stoppedBeforeStart = (event: ClockEvent): ClockRefusal => ({
  code: 'clock.stopped-before-start',
  sentence: `The clock is ${event.type === 'cancelled' ? 'cancelled' : 'stopped'} before it is opened.`,
  fix: 'Correct the instant of the stop, or that of the opening.',
  event,
})

export const pauseNotAllowed = (
  event: ClockEvent & { readonly type: 'paused' },
  terms: ClockTerms,
): ClockRefusal => ({
  code: 'clock.pause-not-allowed',
  sentence: `Version ${terms.version} does not let "${event.reason}" pause ${terms.kind}.`,
  fix:
    terms.pauseReasons.size === 0
      ? 'This clock never pauses; leave the pause out.'
      : `Use one of its reasons: ${[...terms.pauseReasons].toSorted().join(', ')}.`,
  event,
})

export const excuseNeedsConsent = (event: ClockEvent, terms: ClockTerms): ClockRefusal => ({
  code: 'clock.excuse-needs-consent',
  sentence: `The ${terms.owedBy} owes ${terms.kind} and cannot excuse itself.`,
  fix: 'Only the waiting side consents to leave out time or a breach.',
  event,
})

export const excuseUnreadable = (event: ClockEvent): ClockRefusal => ({
  code: 'clock.excuse-unreadable',
  sentence: 'The excuse names neither a breach nor a time above zero.',
  fix: 'Give "time" in milliseconds above zero, or "breach": true.',
  event,
})

export const instantUnreadable = (event: ClockEvent): ClockRefusal => ({
  code: 'clock.instant-unreadable',
  sentence: `The instant ${String(event.at)} of "${event.type}" is not a number of milliseconds.`,
  fix: 'Give "at" in milliseconds since 1970-01-01T00:00Z.',
  event,
})
