import { describeKind } from '../../commitment/kind.ts'
import { sides } from '../../identity/side.ts'
import type { Agreement } from '../agreement.ts'
import { cell, fact, facts, heading, table, type Block } from './block.ts'
import { capital, countryText, dateText, languageText, percentText } from './wording.ts'

/** What stands before the sections: the facts of this version and the two parties. */
export function frontBlocks(agreement: Agreement, hash: string, status: string): Block[] {
  const amends = agreement.amends
  return [
    facts(
      fact('Version', String(agreement.version ?? 1)),
      fact('Status', status),
      fact('Effective on', agreement.effectiveOn && dateText(agreement.effectiveOn)),
      amends &&
        fact(
          'Amends',
          `Version ${amends.version}${amends.hash === undefined ? '' : `, ${amends.hash}`}`,
        ),
      amends?.openWork &&
        fact(
          'Work open at the change',
          amends.openWork
            .map((rule) => `${describeKind(rule.kind).label}: ${openWork[rule.apply]}`)
            .join('; '),
        ),
      fact('Hash of the terms', hash),
      fact('Name in the record', agreement.id),
      fact('Form', agreement.format),
      agreement.language === undefined
        ? undefined
        : fact('Language', languageText(agreement.language)),
    ),
    heading('The parties'),
    partiesTable(agreement),
  ]
}

const openWork = { keep: 'keeps its terms', retarget: 'takes the new targets' } as const

function partiesTable({ parties }: Agreement): Block {
  return table(
    'The parties',
    [
      ['', 1.4],
      ['Vendor', 3.2],
      ['Partner', 3.2],
    ],
    [
      ['Name', ...sides.map((side) => parties[side].name)],
      ['Legal name', ...sides.map((side) => parties[side].legalName)],
      ['Registration', ...sides.map((side) => parties[side].registration)],
      ['Address', ...sides.map((side) => parties[side].address)],
      [
        'Country',
        ...sides.map((side) => {
          const country = parties[side].country
          return country === undefined ? undefined : countryText(country)
        }),
      ],
      ...(parties.partner.models === undefined
        ? []
        : [['How it earns', '–', mixText(parties.partner.models)]]),
    ].map((row) => row.map((text) => cell(text))),
  )
}

const mixText = (mix: NonNullable<Agreement['parties']['partner']['models']>): string | undefined =>
  Object.entries(mix)
    .filter(([, share]) => share !== undefined)
    .map(([model, share]) => `${capital(model)} ${percentText(share ?? 0)}`)
    .join(', ')
