import { agreementFile, type Agreement } from '@entente/domain/agreement/agreement.ts'
import { agreementHash } from '@entente/domain/agreement/hash.ts'
import { describeAgreement } from '@entente/domain/agreement/document/agreement-document.ts'
import {
  completeAgreement,
  completeFile,
} from '@entente/domain/agreement/document/complete-agreement.ts'
import { documentText } from '@entente/domain/agreement/document/document-text.ts'
import { DOMParser } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { usualPaper } from './paper.ts'
import { printPdf, printWord } from './print-agreement.ts'

/** Lines break and words divide differently on paper: compared are the letters alone. */
const letters = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u00AD‐-]+/g, '')

/** The reader grumbles about hints in fonts; that is not what is tested. */
const quietly = (bytes: Uint8Array) => getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })

const pagesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await extractText(await quietly(bytes), { mergePages: false })).text

const wordText = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value

const names = [
  '株式会社東京ロボット',
  '华为机器人有限公司',
  '臺灣機器人',
  '한국 로봇',
  'Ρομποτική',
  'Роботы',
  'หุ่นยนต์',
]

const withMany = (activities: number, positions: number): Agreement =>
  agreementFile.parse({
    ...completeFile,
    positions: Array.from({ length: positions }, (_, index) => ({
      id: `position-${index}`,
      side: index < positions / 2 ? 'vendor' : 'partner',
      title: `Regional coordinator ${index}`,
    })),
    responsibilities: Array.from({ length: activities }, (_, index) => ({
      activity: `activity-${index}`,
      label: `Activity ${index}`,
      responsible: [`position-${index % positions}`],
      accountable: `position-${(index * 3 + 1) % positions}`,
      informed: [`position-${(index + 5) % positions}`],
    })),
  })

/** Every text of the document, except what depends on the form: the running heads. */
const everyText = (agreement: Agreement): string[] => {
  const {
    running: _running,
    shortHash: _short,
    ...rest
  } = describeAgreement(agreement, {
    hash: agreementHash(agreement),
  })
  const shown = JSON.parse(JSON.stringify(rest), (key, value: unknown) =>
    ['kind', 'tone', 'share', 'label', 'language', 'side', 'status', 'effective'].includes(key)
      ? undefined
      : value,
  )
  return documentText(shown)
    .split('\n')
    .filter((line) => line.trim() !== '')
}

describe('the PDF', () => {
  test('says every word of the document, on pages that count themselves', async () => {
    const print = await printPdf(completeAgreement)
    const pages = await pagesOf(print.bytes)
    const text = letters(pages.join('\n'))
    for (const line of everyText(completeAgreement)) expect(text).toContain(letters(line))
    expect(pages).toHaveLength(print.pages ?? 0)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(page).toContain(print.hash.slice(0, 19))
      expect(page).toContain('Version 3')
      expect(page).toContain('PROPOSED')
    }
    expect(pages.at(0)).toContain(print.hash)
    expect(pages.at(-1)).toContain(print.hash)
  })

  test('is tagged, with title and language, header cells and headings in order', async () => {
    const { bytes } = await printPdf(completeAgreement)
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Language: 'en-GB',
      Title: 'Channel Partner Service Level Agreement: Larkfield Robotics, Brevik Automation',
    })
    expect(metadata?.get('pdfuaid:part')).toBe('1')
    const roles = new Set<string>()
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const tree = await (await pdf.getPage(number)).getStructTree()
      JSON.stringify(tree, (key, value: unknown) => {
        if (key === 'role') roles.add(String(value))
        return value
      })
    }
    for (const role of ['Table', 'TH', 'TD', 'H1', 'H2', 'L', 'P']) expect(roles).toContain(role)
  })

  test('is the same, byte by byte, each time', async () => {
    const [one, other] = [await printPdf(completeAgreement), await printPdf(completeAgreement)]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
    expect(Buffer.from(one.bytes).includes('/CreationDate')).toBe(false)
  })

  test('what people wrote is never markup', async () => {
    const evil =
      '#panic("x") #import "/etc/passwd" $a$ \\ ] * @y _z_ `raw` <l> // c /* d */ = h #sys.inputs -- ...'
    const agreement = agreementFile.parse({
      ...completeFile,
      title: evil,
      scope: { summary: `${evil}\n\n= ${evil}`, products: [evil] },
      positions: [{ id: 'channel-manager', side: 'vendor', title: evil }],
    })
    const text = letters((await pagesOf((await printPdf(agreement)).bytes)).join('\n'))
    expect(text.split(letters(evil)).length - 1).toBeGreaterThanOrEqual(6)
  })

  test('names of many scripts are letters, and a letter that no font has is shown and told', async () => {
    const agreement = agreementFile.parse({
      ...completeFile,
      parties: {
        vendor: { name: names[0], country: 'JP' },
        partner: { name: '𠮷野家 🙂 \u{57823}' },
      },
      scope: { products: names },
    })
    const print = await printPdf(agreement)
    const text = letters((await pagesOf(print.bytes)).join('\n'))
    for (const name of names) expect(text).toContain(letters(name))
    expect(print.undrawable).toEqual(['𠮷', '🙂', '\u{57823}'])
    expect(text).toContain('‹U+20BB7›野家‹U+1F642›‹U+57823›')
  })

  test('a whole alphabet without a font is shown as code points, at once', async () => {
    const cuneiform = Array.from({ length: 900 }, (_, index) =>
      String.fromCodePoint(0x1_20_00 + index),
    )
    const title = `${cuneiform.join('')} Հայաստան`
    const begin = performance.now()
    const print = await printPdf({ ...completeAgreement, title })
    expect(print.undrawable.length).toBeGreaterThan(900)
    expect(performance.now() - begin).toBeLessThan(10_000)
  })

  test('letters that join, marks, emoji families and odd languages do not stop a print', async () => {
    const odd = [
      'é̂̃',
      '👩‍👩‍👧',
      'क्षत्रिय',
      'لا إله',
      'ﷺ',
      '\u200D',
      'a\u0301\u0323',
      '🇳🇴',
      'ก็',
      '葛\u{E0100}',
    ]
    for (const language of ['ar', 'he', 'ja', 'zh-Hant-TW', 'yue', 'xx-YY', 'de-1996']) {
      const agreement = agreementFile.parse({ ...completeFile, language, title: odd.join(' ') })
      const { pages } = await printPdf(agreement)
      expect(pages).toBeGreaterThan(5)
    }
  })

  test.each([
    [6, 6, 'upright'],
    [40, 14, 'upright'],
    [12, 30, 'turned'],
  ] as const)('a matrix of %i by %i holds every cell, %s', async (activities, positions, page) => {
    const agreement = withMany(activities, positions)
    const { bytes } = await printPdf(agreement)
    const text = letters((await pagesOf(bytes)).join('\n'))
    const { sections } = describeAgreement(agreement, { hash: 'sha256:0' })
    const matrix = sections[1]?.blocks.find((block) => block.kind === 'matrix')
    expect(matrix?.rows).toHaveLength(activities)
    const across = page === 'turned' ? 20 : 14
    for (const { head, cells } of matrix?.rows ?? []) {
      expect(cells.filter((cell) => cell.includes('A'))).toHaveLength(1)
      for (let from = 0; from < cells.length; from += across) {
        expect(text).toContain(letters(`${head.text}${cells.slice(from, from + across).join('')}`))
      }
    }
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    const [, , width = 0, height = 0] = (await pdf.getPage(page === 'turned' ? 3 : 2)).view
    expect(width > height).toBe(page === 'turned')
  })

  test('an empty draft prints its gaps and is marked on every page', async () => {
    const bare = agreementFile.parse({
      format: 'entente/agreement@1',
      id: 'bare',
      parties: { vendor: {}, partner: {} },
    })
    const pages = await pagesOf((await printPdf(bare)).bytes)
    expect(pages.every((page) => page.includes('DRAFT'))).toBe(true)
    expect(pages.join(' ').match(/Not agreed\./g)?.length).toBeGreaterThan(15)
  })

  test('words longer than a line stay on the page and are copied whole', async () => {
    const address = 'x'.repeat(300)
    const email = 'marta.okafor-lindqvist@larkfield-robotics-hamburg.example'
    const agreement = agreementFile.parse({
      ...completeFile,
      parties: { vendor: { name: 'Larkfield', address, registration: email }, partner: {} },
    })
    const text = (await pagesOf((await printPdf(agreement)).bytes)).join('\n')
    expect(text.replaceAll(/\s/g, '')).toContain(address)
    expect(text.replaceAll(/\s/g, '')).toContain(email)
    expect(text).not.toContain('x'.repeat(80))
  })
})

describe('the Word file', () => {
  test('says every word of the document, with real headings and header rows', async () => {
    const { bytes, hash } = await printWord(completeAgreement)
    const text = letters(await wordText(bytes))
    for (const line of everyText(completeAgreement).filter((one) => one !== 'PROPOSED')) {
      expect(text).toContain(letters(line))
    }
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    expect(html).toMatch(/<h1>.*Response times<\/h1>/)
    expect(html).toContain('<h2>Priorities</h2>')
    expect(html).toContain('<thead>')
    const parts = unzipSync(bytes)
    const header = strFromU8(parts['word/header1.xml'] ?? new Uint8Array())
    expect(header).toContain(`Version 3   ${hash.slice(0, 19)}`)
    expect(header).toContain('PROPOSED')
    const footer = strFromU8(parts['word/footer1.xml'] ?? new Uint8Array())
    expect(footer).toMatch(/PAGE<.*NUMPAGES</)
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:val="en-GB"')
  })

  test('is well-formed XML, whatever people wrote', async () => {
    const hostile = '<w:p> & ]]> " \u0000\u000B \u202E {{x}} =HYPERLINK("a")'
    const agreement = agreementFile.parse({
      ...completeFile,
      title: hostile,
      scope: { summary: hostile, products: names },
    })
    const { bytes } = await printWord(agreement)
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name))
    expect(parts.length).toBeGreaterThan(8)
    for (const [name, part] of parts) {
      const faults: string[] = []
      const errorHandler = (_level: string, message: string) =>
        void faults.push(`${name}: ${message}`)
      const parser = new DOMParser({ errorHandler })
      parser.parseFromString(strFromU8(part), 'text/xml')
      expect(faults).toEqual([])
    }
    const text = await wordText(bytes)
    expect(text).toContain('<w:p> & ]]> " ‹U+0000›‹U+000B› ‹U+202E› {{x}}')
    for (const name of names) expect(text).toContain(name)
  })

  test('is the same, byte by byte, each time', async () => {
    const one = await printWord(completeAgreement)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    const other = await printWord(completeAgreement)
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })

  test('a matrix of many positions turns its page', async () => {
    const { bytes } = await printWord(withMany(12, 30))
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(document).toContain('w:orient="landscape"')
    expect(document).toContain('w:textDirection w:val="btLr"')
  })
})

const between = (vendor?: string, partner?: string): Agreement =>
  agreementFile.parse({
    ...completeFile,
    parties: { vendor: { country: vendor }, partner: { country: partner } },
  })

test('paper is US Letter between parties of the United States and Canada, else A4', () => {
  expect(usualPaper(between('US', 'CA'))).toBe('us-letter')
  expect(usualPaper(between('US', 'DE'))).toBe('a4')
  expect(usualPaper(between('US'))).toBe('a4')
})
