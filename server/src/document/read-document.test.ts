import { recogniseAgreement } from '@entente/domain/agreement/recognition/recognise.ts'
import { zipSync, strToU8 } from 'fflate'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readDocument, readDocumentBytes } from './read-document.ts'
import { drawnPdf } from '../agreement/import-agreement-drawn-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'entente-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

const refusalOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const read = await readDocumentBytes(bytes, name)
  return read.ok ? `read as ${read.value.format}` : read.refusal.code
}

const documentXml = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`

const word = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(documentXml(body)),
    ...more,
  })

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (inner: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`

describe('a file that is no document of ours is refused, with what would make it readable', () => {
  test.each<[string, Uint8Array, string]>([
    ['old Word', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'), 'document.old-word'],
    [
      'Word with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'document.password',
    ],
    ['Rich Text', Buffer.from('{\\rtf1 Hello}'), 'document.rich-text'],
    ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex'), 'document.picture'],
    ['another archive', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'document.other-archive'],
    ['an archive cut short', word(paragraph('Hello')).subarray(0, 300), 'document.damaged'],
    [
      'Word with broken XML',
      zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }),
      'document.damaged',
    ],
    [
      'random bytes',
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256),
      'document.not-text',
    ],
    ['nothing', new Uint8Array(), 'document.empty'],
    ['spaces', Buffer.from('  \n \n'), 'document.empty'],
    ['a PDF of noise', Buffer.from('%PDF-1.7\nnot really a PDF at all'), 'document.damaged'],
    [
      'a PDF without text',
      drawnPdf([{ page: 1, x: 1, down: 1, size: 5, text: ' ' }]),
      'document.no-text',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes, 'sla.docx')).toBe(code)
  })

  test('an archive that claims to unpack to gigabytes is not unpacked', async () => {
    const bytes = word(paragraph('x'), { 'word/styles.xml': new Uint8Array(60 * 1024 * 1024) })
    expect(bytes.length).toBeLessThan(200_000)
    expect(await refusalOf(bytes, 'bomb.docx')).toBe('document.bomb')
  })

  test('a file over the limit is refused before it is read', async () => {
    const file = join(folder, 'huge.md')
    writeFileSync(file, '')
    truncateSync(file, 5_000_000_000)
    const started = performance.now()
    const read = await readDocument(file)
    expect(read.ok ? '' : read.refusal.code).toBe('document.too-large')
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('a missing file and a folder', async () => {
    const missing = await readDocument(join(folder, 'nowhere.md'))
    const place = await readDocument(folder)
    expect([missing, place].map((read) => (read.ok ? '' : read.refusal.code))).toEqual([
      'file.missing',
      'file.is-folder',
    ])
  })
})

describe('text in other encodings is read, and said', () => {
  const text = '# Vereinbarung für Zuständige\n\nPriorität: hoch – „sofort“\n'
  test.each<[string, Uint8Array]>([
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(text, 'utf16le')]),
    ],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    [
      'Windows-1252',
      Buffer.from(text.replace(/–/g, '\x96').replace('„', '\x84').replace('“', '\x93'), 'latin1'),
    ],
  ])('%s', async (_, bytes) => {
    const read = await readDocumentBytes(bytes, 'a.md')
    expect(
      read.ok && read.value.blocks.map((block) => (block.kind === 'table' ? '' : block.text)),
    ).toEqual(['Vereinbarung für Zuständige', 'Priorität: hoch – „sofort“'])
    expect(read.ok && read.value.unsure.length).toBe(1)
  })
})

const ticks = (font: string, letter: string): string =>
  cell(
    `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${letter}</w:t></w:r></w:p>`,
  )
const box = (isOn: boolean): string =>
  cell(
    `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="${isOn ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:p><w:r><w:t>${isOn ? '☒' : '☐'}</w:t></w:r></w:p></w:sdtContent></w:sdt>`,
  )
const textCell = (words: string): string => cell(paragraph(words))

describe('Word as people use it', () => {
  test('ticks in symbol fonts and boxes that can be ticked; bold paragraphs as headings; merged cells', async () => {
    const bytes = word(
      `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Responsibilities</w:t></w:r></w:p>${table(
        [textCell('Activity'), textCell('Vendor'), textCell('Partner')],
        [textCell('Lead generation'), ticks('Wingdings', 'ü'), textCell('')],
        [
          textCell('Sales'),
          cell(`<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`),
          ticks('Wingdings 2', 'P'),
        ],
        [textCell('Delivery'), box(false), box(true)],
        [textCell('Support'), cell(paragraph('✓'), '<w:gridSpan w:val="2"/>')],
      )}`,
    )
    const read = await readDocumentBytes(bytes, 'a.docx')
    if (!read.ok) throw new Error(read.refusal.code)
    expect(read.value.blocks[0]).toMatchObject({ kind: 'heading', text: 'Responsibilities' })
    expect(
      recogniseAgreement(read.value).draft.responsibilities?.map((row) => [row.label, row.ticked]),
    ).toEqual([
      ['Lead generation', ['vendor']],
      ['Sales', ['vendor', 'partner']],
      ['Delivery', ['partner']],
      ['Support', ['vendor', 'partner']],
    ])
  })

  test('tracked changes are read as accepted, and said; words in headers are kept', async () => {
    const header = strToU8(
      documentXml('')
        .replace(/document/g, 'hdr')
        .replace('<w:body></w:body>', paragraph('Draft of the legal team')),
    )
    const bytes = word(
      `<w:p><w:del w:id="1"><w:r><w:delText>old </w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>new words</w:t></w:r></w:ins></w:p>`,
      { 'word/header1.xml': header },
    )
    const read = await readDocumentBytes(bytes, 'a.docx')
    expect(
      read.ok && read.value.blocks.map((block) => (block.kind === 'table' ? '' : block.text)),
    ).toEqual(['new words', 'Draft of the legal team'])
    expect(read.ok && read.value.unsure.map((note) => note.text).join()).toContain(
      'tracked changes',
    )
  })
})

test('an untagged PDF of several pages: the running head is left out and said, the table over the break is one', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => [
    `Activity ${index + 1}`,
    index % 2 === 0 ? '✓' : '',
    '✓',
  ])
  const words = [['Activity', 'Vendor', 'Partner'], ...rows].flatMap((cells, index) => {
    const [page, down] = [Math.floor(index / 40) + 1, 90 + (index % 40) * 16]
    return cells.flatMap((text, column) =>
      text === '' ? [] : [{ page, x: 70 + column * 150, down, size: 10, text }],
    )
  })
  for (const page of [1, 2])
    words.push(
      { page, x: 70, down: 30, size: 8, text: 'Larkfield, confidential' },
      { page, x: 280, down: 820, size: 8, text: `${page} / 2` },
    )
  const read = await readDocumentBytes(drawnPdf(words), 'a.pdf')
  if (!read.ok) throw new Error(read.refusal.code)
  const { draft } = recogniseAgreement(read.value)
  expect(draft.responsibilities?.length).toBe(60)
  expect(
    draft.responsibilities?.every((row, index) => row.ticked?.length === (index % 2 === 0 ? 2 : 1)),
  ).toBe(true)
  expect(read.value.unsure.map((note) => note.text).join()).toContain('Larkfield, confidential')
})
