import { describe, expect, test } from 'vitest'
import type { AgreementFile } from './agreement.ts'
import { completeAgreement } from './document/complete-agreement.ts'
import { readForm } from './form.ts'
import { checkReferences } from './references.ts'
import { standardDraft } from './standard-template.ts'

function findingsAfter(edit: (draft: AgreementFile) => void) {
  const draft = standardDraft({
    id: 'larkfield-brevik',
    vendor: { name: 'Larkfield Robotics', timeZone: 'Europe/Berlin' },
    partner: { name: 'Brevik Automation', timeZone: 'Europe/Oslo' },
  })
  draft.people = [
    { id: 'ada-berg', name: 'Ada Berg', side: 'vendor' },
    { id: 'nils-dahl', name: 'Nils Dahl', side: 'partner' },
  ]
  edit(draft)
  const form = readForm(draft)
  if (!form.ok) throw new Error(JSON.stringify(form.refusal.faults))
  return checkReferences(form.value)
}

test('the standard draft and a complete agreement hold together', () => {
  expect(findingsAfter(() => undefined)).toEqual([])
  const codes = checkReferences(completeAgreement).map(({ code }) => code)
  // That fixture fills every field, so one of its rows has both kinds of target.
  expect(codes).toEqual(['references.target-twice'])
})

const first = <Item>(list: Item[] | undefined): Item => {
  const [item] = list ?? []
  if (item === undefined) throw new Error('the list is empty')
  return item
}

const slipped = (more: object[] = []) =>
  findingsAfter((draft) => {
    draft.people = [{ id: 'ada-berg', name: 'Ada Berg', side: 'vendor' }]
    draft.people.push(...(more as typeof draft.people))
    const partner = draft.positions?.find(({ side }) => side === 'partner')
    if (partner) partner.holders = [{ person: 'ada-borg' }]
    first(first(draft.ladders?.slice(1)).levels).position = 'support-leed'
    draft.positions?.push({ id: 'sales-lead', side: 'partner', title: 'Sales lead' })
  }).map(({ code, fix }) => [code, fix.patch])

describe('what does not hold together', () => {
  test.each<[string, string, string, (draft: AgreementFile) => void]>([
    [
      'an accountable position that does not exist',
      'references.unknown-position',
      '/responsibilities/0/accountable',
      (draft) => void (first(draft.responsibilities).accountable = 'chanel-manager'),
    ],
    [
      'a responsible position that does not exist',
      'references.unknown-position',
      '/responsibilities/0/responsible/0',
      (draft) => void (first(draft.responsibilities).responsible = ['nobody-knows']),
    ],
    [
      'a ladder level of the other side',
      'references.wrong-side',
      '/ladders/0/levels/0/position',
      (draft) => void (first(first(draft.ladders).levels).position = 'partner-sales'),
    ],
    [
      'an owner of a report',
      'references.unknown-position',
      '/reports/0/owner',
      (draft) => void (first(draft.reports).owner = 'suport-lead'),
    ],
    [
      'an owner in the wind-down',
      'references.unknown-position',
      '/term/windDown/0/owner',
      (draft) => void (first(draft.term?.windDown).owner = 'somebody'),
    ],
    [
      'a holder who is nobody',
      'references.unknown-person',
      '/positions/0/holders/0/person',
      (draft) => void (first(draft.positions).holders = [{ person: 'ada-berk' }]),
    ],
    [
      'a holder from the other side',
      'references.wrong-side',
      '/positions/0/holders/0/person',
      (draft) => void (first(draft.positions).holders = [{ person: 'nils-dahl' }]),
    ],
    [
      'a deputy who is nobody',
      'references.unknown-person',
      '/positions/0/holders/0/deputy',
      (draft) => void (first(draft.positions).holders = [{ person: 'ada-berg', deputy: 'x' }]),
    ],
    [
      'a priority in a target',
      'references.unknown-priority',
      '/targets/0/byPriority/urgent',
      (draft) => void (first(draft.targets).byPriority = { urgent: '4 business hours' }),
    ],
    [
      'a priority in a termination trigger',
      'references.unknown-priority',
      '/term/triggers/0/condition/priority',
      (draft) => {
        const { condition } = first(draft.term?.triggers)
        if (condition) condition.priority = 'critcal'
      },
    ],
    [
      'a calendar',
      'references.unknown-calendar',
      '/targets/0/calendar',
      (draft) => void (first(draft.targets).calendar = 'vendor-ofice'),
    ],
    [
      'a position twice',
      'references.duplicate-name',
      '/positions/10/id',
      (draft) => void draft.positions?.push({ id: 'ceo', side: 'vendor', title: 'Chair' }),
    ],
    [
      'a level twice',
      'references.duplicate-name',
      '/ladders/1/levels/1/level',
      (draft) => {
        const level = draft.ladders?.[1]?.levels[1]
        if (level) level.level = 1
      },
    ],
    [
      'one target and one for each priority',
      'references.target-twice',
      '/targets/0/target',
      (draft) => void (first(draft.targets).target = '4 business hours'),
    ],
    [
      'two rows for one promise',
      'references.promise-twice',
      '/targets/10',
      (draft) =>
        void draft.targets?.push({
          kind: 'case.response',
          owedBy: 'vendor',
          target: '1 business hour',
        }),
    ],
    [
      'two ladders of one side',
      'references.ladder-twice',
      '/ladders/2',
      (draft) => void draft.ladders?.push({ side: 'vendor', levels: [] }),
    ],
    [
      'an absence that ends before it starts',
      'references.ends-before-start',
      '/people/0/absences/0/until',
      (draft) =>
        void (first(draft.people).absences = [{ from: '2027-07-20', until: '2027-07-01' }]),
    ],
    [
      'models that are no whole',
      'references.mix-not-100',
      '/parties/partner/models',
      (draft) => void (draft.parties.partner.models = { service: 60, transaction: 30 }),
    ],
    [
      'a version that skips one',
      'references.version-order',
      '/amends/version',
      (draft) => void Object.assign(draft, { version: 4, amends: { version: 2 } }),
    ],
    [
      'opening hours that overlap',
      'calendars.overlapping-intervals',
      '/calendars/0/week/mon',
      (draft) => void (first(draft.calendars).week.mon = ['09:00-13:00', '12:00-17:00']),
    ],
  ])('%s', (_, code, path, edit) => {
    const findings = findingsAfter(edit)
    expect(findings.map((finding) => finding.code)).toEqual([code])
    expect(findings[0]?.path.startsWith(path)).toBe(true)
    expect(findings[0]?.severity).toBe('error')
    expect(findings[0]?.fix.sentence).not.toBe('')
  })

  test('a name that is near comes with the patch that mends it', () => {
    const findings = findingsAfter((draft) => {
      first(draft.responsibilities).accountable = 'chanel-manager'
    })
    expect(findings[0]?.fix.patch).toEqual([
      { op: 'replace', path: '/responsibilities/0/accountable', value: 'channel-manager' },
    ])
  })

  test('a slip is never mended with a name of the other side', () => {
    const none = ['references.unknown-position', undefined]
    expect(slipped()).toEqual([none, ['references.unknown-person', undefined]])
    const own = { id: 'eda-borg', name: 'Eda Borg', side: 'partner' }
    const path = '/positions/7/holders/0/person'
    const named = [{ op: 'replace', path, value: 'eda-borg' }]
    expect(slipped([own])).toEqual([none, ['references.unknown-person', named]])
  })

  test('nobody is proposed as their own deputy, and no time is written over', () => {
    const findings = findingsAfter((draft) => {
      first(draft.positions).holders = [{ person: 'ada-berg', deputy: 'ada-bergh' }]
      first(draft.targets).byPriority = { high: '8 business hours', hihg: '9 business hours' }
    })
    expect(findings.map(({ code, fix }) => [code, fix.patch])).toEqual([
      ['references.unknown-person', undefined],
      ['references.unknown-priority', undefined],
    ])
  })

  test('a priority is the name of a field, so it is moved', () => {
    const findings = findingsAfter((draft) => {
      first(draft.targets).byPriority = { critcal: '4 business hours' }
    })
    expect(findings[0]?.fix.patch).toEqual([
      { op: 'move', from: '/targets/0/byPriority/critcal', path: '/targets/0/byPriority/critical' },
    ])
  })
})
