import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agreement, AgreementFile } from './agreement.ts'
import { diffAgreements } from './diff.ts'
import { completeFile } from './document/complete-agreement.ts'
import { readForm } from './form.ts'
import { agreementHash } from './hash.ts'
import { standardDraft } from './standard-template.ts'
import { variedFile } from './varied-file.ts'

const standard = (): AgreementFile =>
  standardDraft({
    id: 'larkfield-brevik',
    vendor: { name: 'Larkfield Robotics', timeZone: 'Europe/Berlin' },
    partner: { name: 'Brevik Automation', timeZone: 'Europe/Oslo' },
    startsOn: '2027-01-01',
  })

const read = (file: unknown): Agreement => {
  const form = readForm(file)
  if (!form.ok) throw new Error(JSON.stringify(form.refusal.faults))
  return form.value
}

type Edit = (draft: AgreementFile) => void

/** The sentences of what an edit of the standard draft changes; the draft may have been edited before. */
function sentences(edit: Edit, earlier?: Edit): readonly string[] {
  const [before, after] = [standard(), standard()]
  earlier?.(before)
  edit(after)
  return diffAgreements(read(before), read(after)).map(({ sentence }) => sentence)
}

describe('a diff speaks the language of the field', () => {
  test.each<[string, Edit, Edit?]>([
    [
      'High response: 8 business hours → 4 business hours',
      (draft) => {
        const row = draft.targets?.[0]
        if (row?.byPriority) row.byPriority['high'] = '4 business hours'
      },
    ],
    [
      "Support: accountable moves from vendor's Support lead to partner's Technical lead",
      (draft) => {
        const row = draft.responsibilities?.find(({ activity }) => activity === 'support')
        if (row) row.accountable = 'partner-technical'
      },
    ],
    [
      'Vendor ladder level 3: VP operations → CEO',
      (draft) => {
        const level = draft.ladders?.[0]?.levels[2]
        if (level) level.position = 'ceo'
      },
    ],
    [
      'Vendor ladder level 3: called 150 % → at breach',
      (draft) => {
        const level = draft.ladders?.[0]?.levels[2]
        if (level) level.trigger = 'at breach'
      },
    ],
    [
      'Notice: 90 days → 60 days',
      (draft) => {
        if (draft.term?.notice) draft.term.notice.period = '60 days'
      },
    ],
    [
      'Calendar vendor-office: closed on 2027-05-06 (Ascension Day)',
      (draft) => {
        const calendar = draft.calendars?.[0]
        if (calendar) calendar.holidays = [{ date: '2027-05-06', name: 'Ascension Day' }]
      },
    ],
    [
      'Calendar vendor-office: Friday 09:00-17:00 → 09:00-15:00',
      (draft) => {
        const calendar = draft.calendars?.[0]
        if (calendar) calendar.week.fri = ['09:00-15:00']
      },
    ],
    [
      'Calendar vendor-office: Friday 09:00-17:00 → closed',
      (draft) => {
        delete draft.calendars?.[0]?.week.fri
      },
    ],
    [
      'Calendar vendor-office source of holidays added: country DE; state HH',
      (draft) => {
        const calendar = draft.calendars?.[0]
        if (calendar) calendar.holidaySources = [{ country: 'DE', state: 'HH' }]
      },
    ],
    [
      'Response: what meets it gains first reply; loses public reply',
      (draft) => {
        const row = draft.targets?.[0]
        if (row) row.metBy = ['first-reply']
      },
    ],
    [
      'Response: warning at 75 % → 50 %',
      (draft) => {
        const row = draft.targets?.[0]
        if (row) row.warnAt = '50 %'
      },
    ],
    [
      'Credit for response (Critical) added: 5 %; of the monthly fee',
      (draft) => {
        const credit = { kind: 'case.response', priority: 'critical', percent: 5 }
        if (draft.breachCost) draft.breachCost.credits = [{ ...credit, of: 'the monthly fee' }]
      },
    ],
    [
      'Open work of response: gets the new times → keeps its times',
      (draft) => {
        draft.amends = { version: 1, openWork: [{ kind: 'case.response', apply: 'keep' }] }
      },
      (draft) => {
        draft.amends = { version: 1, openWork: [{ kind: 'case.response', apply: 'retarget' }] }
      },
    ],
    [
      'Milestone "Pilot" added: owed by vendor; due on 2027-05-01',
      (draft) => {
        const pilot = { id: 'pilot', title: 'Pilot', owedBy: 'vendor', dueOn: '2027-05-01' }
        if (draft.delivery) draft.delivery.milestones = [pilot as never]
      },
    ],
    [
      'Vendor\'s VP operations is renamed to "Head of operations"',
      (draft) => {
        const position = draft.positions?.find(({ id }) => id === 'vp-operations')
        if (position) position.title = 'Head of operations'
      },
    ],
    [
      "Support: consulted gains vendor's CEO; loses vendor's Delivery lead",
      (draft) => {
        const row = draft.responsibilities?.find(({ activity }) => activity === 'support')
        if (row) row.consulted = ['ceo']
      },
    ],
  ])('%s', (sentence, edit, before) => {
    expect(sentences(edit, before)).toEqual([sentence])
  })

  test('a name written differently is one change, and what refers to it is none', () => {
    const text = JSON.stringify(standard()).replaceAll('"partner-technical"', '"partner-tech"')
    const changes = diffAgreements(read(standard()), read(JSON.parse(text)))
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      'Position partner-technical is now written partner-tech',
    ])
  })

  test('many holidays at once are one sentence that says from when to when', () => {
    const holidays = Array.from({ length: 9 }, (_, index) => ({
      date: `2027-01-0${index + 1}`,
      name: 'Winter break',
    }))
    const edit = (draft: AgreementFile) => {
      const calendar = draft.calendars?.[1]
      if (calendar) calendar.holidays = holidays
    }
    expect(sentences(edit)).toEqual([
      'Calendar partner-office: 9 holidays added, 2027-01-01 to 2027-01-09 (Winter break)',
    ])
  })

  test('says whose promise became harder', () => {
    const after = standard()
    const row = after.targets?.find(({ kind }) => kind === 'lead.acceptance')
    if (row) row.target = '4 business hours'
    const fewer = standard()
    fewer.targets = fewer.targets?.filter(({ kind }) => kind !== 'lead.contact')
    expect(diffAgreements(read(standard()), read(fewer))[0]?.kind).toBe('removed')
    const decision = standard()
    const rowOfVendor = decision.targets?.find(({ kind }) => kind === 'registration.decision')
    if (rowOfVendor) rowOfVendor.target = '1 business day'
    expect(diffAgreements(read(standard()), read(decision))[0]).toMatchObject({
      sentence: 'Registration decision: 2 business days → 1 business day',
      tightens: 'vendor',
    })
  })

  test('never speaks of the file: no braces, no pointers, no undefined', () => {
    const changes = diffAgreements(read(standard()), read(completeFile))
    expect(changes.length).toBeGreaterThan(50)
    for (const { sentence } of changes) expect(sentence).not.toMatch(/[{}]|undefined|\[object|^\//)
  })
})

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 4 })

test('two versions have a change exactly when their hashes differ', () => {
  fc.assert(
    fc.property(choices, choices, (first, second) => {
      const before = readForm(variedFile<AgreementFile>(completeFile, first))
      const after = readForm(variedFile<AgreementFile>(completeFile, second))
      fc.pre(before.ok && after.ok)
      if (!before.ok || !after.ok) return
      const changes = diffAgreements(before.value, after.value)
      const same = agreementHash(before.value) === agreementHash(after.value)
      expect(changes.length === 0).toBe(same)
      expect(diffAgreements(before.value, before.value)).toEqual([])
      for (const { sentence } of changes) {
        expect(sentence.trim()).not.toBe('')
        expect(sentence).not.toMatch(/undefined|\[object/)
      }
    }),
    { numRuns: 120 },
  )
})

test('no change is told as one thing becoming the same thing', () => {
  fc.assert(
    fc.property(fc.nat(), (choice) => {
      const after = readForm(variedFile<AgreementFile>(completeFile, [choice]))
      fc.pre(after.ok)
      const changes = after.ok ? diffAgreements(read(completeFile), after.value) : []
      const arrows = changes.map(({ sentence }) => sentence.split(' → '))
      expect(arrows.filter(([was, is]) => is !== undefined && was?.endsWith(`: ${is}`))).toEqual([])
    }),
    { numRuns: 120 },
  )
})
