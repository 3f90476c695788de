import { describe, expect, test } from 'vitest'
import { readForm } from '../agreement/form.ts'
import { auditAgreement } from './audit.ts'
import { lookedAtOn, soundFile } from './sound-agreement.ts'

const audit = (file: unknown) => {
  const read = readForm(file)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal.faults, null, 2))
  return auditAgreement(read.value, { today: lookedAtOn })
}

describe('the audit', () => {
  test('finds nothing in a sound agreement', () => {
    expect(audit(soundFile())).toEqual([])
  })
})
