import { fact, facts, type Block } from './block.ts'

/** What the words of the record mean; the same for every agreement, so that two of them can be compared. */
export const definitionsBlocks = (): Block[] => [
  facts(
    fact(
      'Business hours',
      'Time inside the opening hours of the calendar that counts. Minutes and hours on this basis count open time only.',
    ),
    fact(
      'Business days',
      'The same local time on the n-th later day on which the calendar opens, held inside that day’s hours. Work that arrives outside opening hours counts from the next opening.',
    ),
    fact('Elapsed time', 'All time, day and night. An elapsed day is 24 hours.'),
    fact('Calendar days', 'The same local time on the n-th next date.'),
    fact(
      'Calendar',
      'Opening hours in a time zone, with holidays as dates. Where a commitment names none, the calendar of the side that owes counts. Past the date until which holidays are known, weekly hours alone count.',
    ),
    fact(
      'Due, met, breached',
      'What is done at the moment it is due is met. What is done later is breached and met late.',
    ),
    fact(
      'Warning',
      'A notice to the side that owes, at the given share of the time allowed, counted in the same calendar.',
    ),
    fact(
      'Pause',
      'Time for which a clock stands still. It does not count, a paused clock is never breached, and pauses that overlap count once.',
    ),
    fact(
      'Escalation',
      'A call to the next level of the ladder of the side that owes. Each level is called once.',
    ),
    fact(
      'Version and hash',
      'A version never changes. Its hash is the fingerprint of its terms: both sides accept the same hash, and any other text has another.',
    ),
  ),
]
