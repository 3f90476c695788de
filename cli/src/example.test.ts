import { standardDraft } from '@entente/domain/agreement/standard-template.ts'
import { readForm } from '@entente/domain/agreement/form.ts'
import { auditAgreement } from '@entente/domain/coverage/audit.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { agreementText } from '@entente/server/agreement/write-agreement.ts'
import { readAgreement } from '@entente/server/agreement/read-agreement.ts'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const example = fileURLToPath(new URL('../../docs/examples/larkfield-brevik.yaml', import.meta.url))
const today = '2026-12-01' as PlainDate

test.each(['2026-11-01', '2027-01-01', '2027-06-30'])(
  'the worked example leaves nothing open on %s',
  async (day) => {
    const read = await readAgreement(example)
    if (!read.ok) throw new Error(read.refusal.sentence)
    expect(auditAgreement(read.value.agreement, { today: day as PlainDate })).toEqual([])
  },
)

test('the worked example stands as this program writes it', async () => {
  const read = await readAgreement(example)
  if (!read.ok) throw new Error(read.refusal.sentence)
  expect(agreementText(read.value.file, example)).toBe(readFileSync(example, 'utf8'))
})

test('of the standard draft the audit asks only what people must decide', () => {
  const form = readForm(
    standardDraft({
      id: 'larkfield-brevik',
      vendor: { name: 'Larkfield Robotics', timeZone: 'Europe/Berlin' },
      partner: { name: 'Brevik Automation', timeZone: 'Europe/Oslo' },
      startsOn: '2027-01-01',
    }),
  )
  if (!form.ok) throw new Error(form.refusal.sentence)
  const findings = auditAgreement(form.value, { today })
  expect([...new Set(findings.map(({ code }) => code))].toSorted()).toEqual([
    'calendars.holidays-missing',
    'people.missing',
    'rulebook.missing',
    'scope.missing',
    'targets.critical-business-only',
    'targets.less-urgent-faster-in-practice',
  ])
})
