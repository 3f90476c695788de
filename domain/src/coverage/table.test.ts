import { describe, expect, test } from 'vitest'
import type { AgreementFile } from '../agreement/agreement.ts'
import { readForm } from '../agreement/form.ts'
import { agreementHash } from '../agreement/hash.ts'
import { auditAgreement } from './audit.ts'
import { lookedAtOn, soundFile } from './sound-agreement.ts'
import { coverageTable } from './table.ts'

function audited(key: string, edit: (file: AgreementFile) => void = () => undefined) {
  const file = soundFile()
  edit(file)
  const read = readForm(file)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return { key, agreement: read.value, findings: auditAgreement(read.value, { today: lookedAtOn }) }
}

const accept = (file: AgreementFile): void => {
  const read = readForm(file)
  if (!read.ok) throw new Error(read.refusal.sentence)
  const hash = agreementHash(read.value)
  file.acceptances = [
    { side: 'vendor', person: 'person-0', hash, at: '2026-12-20T10:00:00Z' },
    { side: 'partner', person: 'person-7', hash, at: '2026-12-21T10:00:00Z' },
  ]
}

describe('the coverage table', () => {
  test('a signed sound agreement is agreed in all eleven, a draft waits for acceptance', () => {
    const [signed] = coverageTable([audited('a', accept)]).rows
    expect(signed).toMatchObject({ agreed: 11, of: 11, errors: 0, warnings: 0 })
    const [draft] = coverageTable([audited('a')]).rows
    expect(draft?.agreed).toBe(10)
    expect(draft?.cells.acceptance).toEqual({ state: 'waiting', errors: 0, warnings: 0 })
  })

  test('a cell says how an element is not agreed', () => {
    const { rows } = coverageTable([
      audited('broken', (file) => {
        delete file.rulebook
        file.rulebook = { id: 'rules', version: '1', acknowledgements: [] }
        delete file.delivery
        delete file.customerRenewals
        file.scope = {
          products: ['Picker One'],
          territories: ['Norway'],
          exclusions: ['Cold stores'],
        }
        for (const calendar of file.calendars ?? []) calendar.holidaysResolvedUntil = '2027-01-31'
        for (const ladder of file.ladders ?? [])
          for (const level of ladder.levels) delete level.trigger
        for (const report of file.reports ?? []) delete report.owner
      }),
    ])
    const [row] = rows
    expect(row?.cells.scope.state).toBe('agreed')
    expect(row?.cells.delivery.state).toBe('missing')
    expect(row?.cells.calendars.state).toBe('expired')
    expect(row?.cells.ladders).toEqual({ state: 'error', errors: 2, warnings: 0 })
    expect(row?.cells.reporting).toEqual({ state: 'warning', errors: 0, warnings: 3 })
    expect(row?.cells.rulebook.state).toBe('waiting')
  })

  test('the worst stands first, and totals count every state', () => {
    const table = coverageTable([
      audited('sound'),
      audited('worst', (file) => {
        delete file.targets
        delete file.ladders
      }),
      audited('bad', (file) => delete file.term?.notice),
    ])
    expect(table.rows.map(({ key }) => key)).toEqual(['worst', 'bad', 'sound'])
    expect(table.totals.term).toMatchObject({ agreed: 2, error: 1 })
    expect(table.totals.targets).toMatchObject({ missing: 1, agreed: 2 })
    for (const element of table.elements) {
      const counts = Object.values(table.totals[element])
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    }
  })
})
