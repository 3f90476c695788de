import {
  agreementFile,
  type Agreement,
  type AgreementFile,
} from '@entente/domain/agreement/agreement.ts'
import { standardDraft } from '@entente/domain/agreement/standard-template.ts'

const holidays = Array.from({ length: 36 }, (_, index) => ({
  date: `${2027 + Math.floor(index / 12)}-${String(1 + (index % 12)).padStart(2, '0')}-15`,
  name: `Public holiday ${1 + (index % 12)}`,
}))

/** The same with other words everywhere: no sentence that people write is one that was printed before. */
export function rewordedAgreement(number: number): Agreement {
  const reworded = JSON.stringify(standardFile(number), (key, value: unknown) =>
    typeof value === 'string' && key !== 'trigger' && /^\D+ /.test(value)
      ? `${value} ${number}`
      : value,
  )
  return agreementFile.parse(JSON.parse(reworded))
}

/**
 * The standard template as two sides would sign it: named, staffed, scoped, dated, with three years of holidays. Each
 * number gives other parties, people and scope, so that no print finds another one's pages ready.
 */
export const standardAgreement = (number: number): Agreement =>
  agreementFile.parse(standardFile(number))

function standardFile(number: number): AgreementFile {
  const side = (name: string, timeZone: string, country: string) => ({
    name: `${name} ${number}`,
    timeZone,
    country,
    holidays,
    holidaysResolvedUntil: '2029-12-31',
  })
  const draft = standardDraft({
    id: `bench-${number}`,
    vendor: side('Larkfield Robotics', 'Europe/Berlin', 'DE'),
    partner: side('Brevik Automation', 'Europe/Oslo', 'NO'),
    startsOn: '2027-01-01',
  })
  const positions = (draft.positions ?? []).map((position) =>
    Object.assign({}, position, { holders: [{ person: `holder-of-${position.id}` }] }),
  )
  return {
    ...draft,
    positions,
    people: positions.map(({ id, side: of, title }) => ({
      id: `holder-of-${id}`,
      name: `${title} Person ${number}`,
      side: of,
      email: `${id}.${number}@${of}.example`,
    })),
    scope: {
      summary: `Partnership number ${number} covers the sale, installation and care of warehouse robots.`,
      products: ['Picker One', 'Shuttle Fleet'],
      territories: ['Norway', 'Sweden', 'Denmark'],
      segments: ['Third-party logistics'],
      exclusions: [`Cold stores of customer ${number}`],
    },
  }
}
