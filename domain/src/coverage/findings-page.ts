import { coverageElements } from '../agreement/finding.ts'
import type { CatalogueEntry } from './catalogue/entry.ts'
import { elementTitles } from './element-titles.ts'
import { findingsCatalogue } from './findings-catalogue.ts'

/** docs/findings.md, written from the catalogue: every code with its severity and why it matters. */
export function findingsPage(): string {
  const entries: readonly (readonly [string, CatalogueEntry])[] = Object.entries(findingsCatalogue)
  const sections = coverageElements.map((element) => {
    const own = entries.filter(([, entry]) => entry.element === element)
    const rows = own.map(
      ([code, { severity, title, why }]) =>
        `| \`${code}\` | ${severity} | ${title}${/[?…]$/.test(title) ? '' : '.'} ${why} |`,
    )
    return [
      `## ${elementTitles[element]}`,
      '',
      '| code | severity | what it means |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n')
  })
  return `${[introduction(entries.length), ...sections].join('\n\n')}\n`
}

const introduction = (count: number): string =>
  [
    '# What the audit can find',
    '',
    `\`entente audit FILE\` reports ${count} kinds of gap, contradiction and expiry, and what the reference check of`,
    '`entente check` reports (`references.*`, and calendars that cannot be read). An **error** means that the version',
    'cannot be proposed, a **warning** that it will hurt, a **hint** that somebody should have decided it. Most findings',
    'come with a patch that `entente fix` applies to make a new draft; where only people can decide, with the usual',
    'answers to choose from.',
    '',
    'A warning or a hint that both sides know and leave as it is goes under `meant` in the agreement, with its reason',
    '(`entente fix FILE --meant CODE --because "…"`). The audit shows it apart and no longer counts it; an error is never',
    'meant so.',
    '',
    'This page is written from the catalogue in `domain/src/coverage/catalogue/`; its test fails when the page is stale',
    'and rewrites it under `npx vitest run domain/src/coverage/findings-page.test.ts -u`.',
  ].join('\n')
