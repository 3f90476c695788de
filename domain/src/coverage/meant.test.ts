import { describe, expect, test } from 'vitest'
import type { AgreementFile } from '../agreement/agreement.ts'
import { diffAgreements } from '../agreement/diff.ts'
import { readForm } from '../agreement/form.ts'
import { agreementHash } from '../agreement/hash.ts'
import { fixAgreement } from './apply-fix.ts'
import { auditInFull } from './audit.ts'
import { lookedAtOn, soundFile } from './sound-agreement.ts'

const because = 'Both desks are staffed in office hours only.'
const code = 'targets.critical-business-only'
const place = '/targets/case.response/byPriority/critical'
const context = { today: lookedAtOn }

/** The sound agreement with one hint (a critical case waits over the weekend) and what is meant so. */
function agreementWith(
  meant: AgreementFile['meant'],
  edit: (file: AgreementFile) => void = () => {},
) {
  const file = soundFile()
  const critical = { 'case.response': '4 business hours', 'case.resolution': '2 business days' }
  for (const row of file.targets ?? []) {
    const time = new Map(Object.entries(critical)).get(row.kind)
    if (time !== undefined) Object.assign(row.byPriority ?? {}, { critical: time })
  }
  if (meant !== undefined) file.meant = meant
  edit(file)
  const form = readForm(file)
  if (!form.ok) throw new Error(JSON.stringify(form.refusal.faults))
  return { file, agreement: form.value }
}

const audit = (...given: Parameters<typeof agreementWith>) => {
  const { findings, meant } = auditInFull(agreementWith(...given).agreement, context)
  return {
    open: findings.map((one) => one.code),
    meant: meant.map((one) => [one.finding.code, one.because]),
  }
}

describe('what is meant so', () => {
  test('a hint with a reason is no finding, and the reason is shown', () => {
    expect(audit(undefined)).toEqual({ open: [code], meant: [] })
    const settled = { open: [], meant: [[code, because]] }
    expect(audit([{ code, because }])).toEqual(settled)
    expect(audit([{ code, at: place, because }])).toEqual(settled)
  })

  test('it holds at its place only, whatever the order of the lists', () => {
    const elsewhere = audit([{ code, at: '/targets/case.update/byPriority/critical', because }])
    expect(elsewhere).toEqual({ open: [code, 'meant.nothing-found'], meant: [] })
    const turned = audit([{ code, at: place, because }], (file) => {
      file.targets = file.targets?.toReversed() ?? []
    })
    expect(turned).toEqual({ open: [], meant: [[code, because]] })
  })

  test('an error is never meant so', () => {
    const lacking = audit([{ code: 'term.notice-missing', because }], (file) => {
      delete file.term?.notice
    })
    expect(lacking.open).toEqual([code, 'term.notice-missing', 'meant.error'])
    expect(lacking.meant).toEqual([])
  })

  test('a place by numbers is told by its names', () => {
    const start = agreementWith([{ code, at: '/targets/0/byPriority/critical', because }])
    const fixed = fixAgreement(start, context)
    expect(fixed.file.meant).toEqual([{ code, at: place, because }])
    expect(fixed.remaining).toEqual([])
  })

  test('it is part of the terms: the hash covers it and a diff says it', () => {
    const before = agreementWith(undefined).agreement
    const after = agreementWith([{ code, at: place, because }]).agreement
    expect(agreementHash(after)).not.toBe(agreementHash(before))
    expect(diffAgreements(before, after).map(({ sentence }) => sentence)).toEqual([
      `Meant so: ${code} at ${place} added: because ${because}`,
    ])
  })

  test.each([
    [code, undefined],
    [`${code}@/targets/0/byPriority/critical`, place],
  ])('a wish to mean %s so writes the point down', (wish, at) => {
    const wanted = { codes: new Set<string>(), meant: new Map([[wish, because]]) }
    const fixed = fixAgreement(agreementWith(undefined), context, wanted)
    expect(fixed.file.meant).toEqual([{ code, ...(at !== undefined && { at }), because }])
    expect(fixed.remaining).toEqual([])
    expect(fixed.applied.map(({ choice }) => choice)).toEqual([`Meant so: ${because}`])
  })
})
