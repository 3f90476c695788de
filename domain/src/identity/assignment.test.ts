import { describe, expect, test } from 'vitest'
import type { EpochMs } from '../kernel/instant.ts'
import { holderOf, type Assignment, type Directory, type Scope } from './assignment.ts'
import type { Position } from './position.ts'

const manager: Position = {
  id: 'channel-manager',
  side: 'vendor',
  title: 'Channel manager',
  isTeam: false,
}
const team: Position = { ...manager, isTeam: true }
const t = (value: number): EpochMs => value as EpochMs

const assign = (personId: string, facts: Partial<Assignment> = {}): Assignment => ({
  personId,
  positionId: manager.id,
  ...facts,
})

const heldBy = (
  assignments: readonly Assignment[],
  scope: Scope = {},
  absent: readonly string[] = [],
  position = manager,
) => {
  const absences = absent.map((personId) => ({ personId, from: t(0), until: t(100) }))
  const directory: Directory = { assignments, absences }
  return holderOf(position, t(50), scope, directory)
}

const held = (...holders: readonly object[]) => ({ type: 'held', holders })

describe('who holds a position', () => {
  test.each<[string, readonly Assignment[], Scope, readonly string[], object]>([
    ['the one assigned', [assign('ines')], {}, [], held({ personId: 'ines' })],
    [
      'the narrowest scope that covers the work',
      [assign('ines'), assign('tarek', { scope: { partner: 'brevik' } })],
      { partner: 'brevik' },
      [],
      held({ personId: 'tarek' }),
    ],
    [
      'not one whose scope is another partner',
      [assign('ines'), assign('tarek', { scope: { partner: 'brevik' } })],
      { partner: 'sato' },
      [],
      held({ personId: 'ines' }),
    ],
    [
      'the latest start among equals',
      [assign('ines', { from: t(10) }), assign('tarek', { from: t(20) })],
      {},
      [],
      held({ personId: 'tarek' }),
    ],
    [
      'the deputy when absent',
      [assign('ines', { deputyId: 'oda' })],
      {},
      ['ines'],
      held({ personId: 'oda', insteadOf: 'ines' }),
    ],
    [
      'the next assignment when the deputy is absent too',
      [assign('ines', { deputyId: 'oda', from: t(10) }), assign('tarek')],
      {},
      ['ines', 'oda'],
      held({ personId: 'tarek' }),
    ],
    ['nobody ever assigned', [], {}, [], { type: 'vacant', why: 'never-assigned' }],
    [
      'half-open: at its end an assignment has ended',
      [assign('ines', { until: t(50) })],
      {},
      [],
      { type: 'vacant', why: 'assignment-ended' },
    ],
    [
      'from its start on an assignment counts',
      [assign('ines', { from: t(50) })],
      {},
      [],
      held({ personId: 'ines' }),
    ],
    [
      'only for other work',
      [assign('ines', { scope: { region: 'nordics' } })],
      { region: 'iberia' },
      [],
      { type: 'vacant', why: 'out-of-scope' },
    ],
    [
      'everyone absent',
      [assign('ines', { deputyId: 'oda' })],
      {},
      ['ines', 'oda'],
      { type: 'vacant', why: 'everyone-absent' },
    ],
  ])('%s', (_name, assignments, scope, absent, expected) => {
    expect(heldBy(assignments, scope, absent)).toEqual(expected)
  })

  test('a team is held by all who cover the work, each once', () => {
    const assignments = [
      assign('ines', { deputyId: 'tarek' }),
      assign('tarek'),
      assign('oda', { scope: { partner: 'sato' } }),
    ]
    expect(heldBy(assignments, { partner: 'brevik' }, ['ines'], team)).toEqual(
      held({ personId: 'tarek', insteadOf: 'ines' }),
    )
    expect(heldBy(assignments, { partner: 'sato' }, [], team)).toMatchObject({
      holders: [{ personId: 'oda' }, { personId: 'ines' }, { personId: 'tarek' }],
    })
  })
})
