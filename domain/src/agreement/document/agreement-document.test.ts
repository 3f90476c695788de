import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { agreementFile, type Agreement } from '../agreement.ts'
import { describeAgreement } from './agreement-document.ts'
import { completeAgreement, completeFile } from './complete-agreement.ts'
import { documentText } from './document-text.ts'

const hash = `sha256:${'4d'.repeat(32)}`
const textOf = (agreement: Agreement): string =>
  documentText(describeAgreement(agreement, { hash }))

type Path = readonly (string | number)[]

const leaves = (value: unknown, path: Path = []): { path: Path; value: unknown }[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [{ path, value }]

interface JsonSchema {
  readonly properties?: Record<string, JsonSchema>
  readonly additionalProperties?: JsonSchema
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly string[]
  readonly const?: unknown
}
const schema = z.toJSONSchema(agreementFile, { io: 'input', unrepresentable: 'any' }) as JsonSchema

/** Every schema that may describe the value at a path of the file. */
const schemasAt = (path: Path, from: readonly JsonSchema[] = [schema]): readonly JsonSchema[] => {
  const here = from.flatMap((one) => [one, ...(one.anyOf ?? [])])
  const [step, ...rest] = path
  if (step === undefined) return here
  const next = here.flatMap((one) => {
    const inner = one.properties?.[String(step)] ?? one.items ?? one.additionalProperties
    return typeof inner === 'object' ? [inner] : []
  })
  return schemasAt(rest, next)
}

/** The named fields of the form, list items and record keys as `*`. */
const fieldsOf = (one: JsonSchema, path: string): string[] => [
  ...Object.entries(one.properties ?? {}).flatMap(([name, inner]) =>
    [`${path}/${name}`].concat(fieldsOf(inner, `${path}/${name}`)),
  ),
  ...(one.items ? fieldsOf(one.items, `${path}/*`) : []),
  ...(one.anyOf ?? []).flatMap((inner) => fieldsOf(inner, path)),
]

/** What to put in the place of a value, and what the print must then say; without words, that it must change. */
function otherValue(path: Path, value: unknown): { other: unknown; says?: readonly RegExp[] } {
  const key = String(path.findLast((step) => !/^\d+$/.test(String(step))))
  const choices = schemasAt(path).flatMap((one) => one.enum ?? [])
  if (choices.length > 0) return { other: choices.find((choice) => choice !== value) }
  if (typeof value === 'boolean') return { other: !value }
  if (typeof value === 'number') return { other: 17, says: [/\b17\b/] }
  const text = String(value)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) {
    return { other: '2031-11-17T05:06:07Z', says: [/17 November 2031, 05:06:07/] }
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { other: '2031-11-17', says: [/17 November/, /2031/] }
  if (text.startsWith('sha256:')) return { other: `sha256:${'9e'.repeat(32)}`, says: [/9e9e9e/] }
  if (/^\d\d:\d\d-/.test(text)) return { other: '05:07-06:09', says: [/05:07–06:09/] }
  if (key === 'trigger') return { other: '87 minutes before due', says: [/87 minutes before due/] }
  if (key === 'warnAt') return { other: '87 %', says: [/87\s%/] }
  if (['for', 'remindBefore', 'period', 'lasting'].includes(key)) {
    return { other: '87 weeks', says: [/87 weeks/] }
  }
  if (/^\d+ .*(hours|days)$/.test(text)) {
    return { other: '87 elapsed minutes', says: [/87 elapsed minutes/] }
  }
  if (text.startsWith('/')) return { other: '/quartz/seven', says: [/\/quartz\/seven/] }
  if (key === 'timeZone') return { other: 'Asia/Tokyo', says: [/Asia\/Tokyo/] }
  if (key === 'email') return { other: 'quartz@seven.example', says: [/quartz@seven\.example/] }
  if (key === 'country') return { other: 'FR', says: [/France \(FR\)/] }
  if (key === 'language') return { other: 'fr-CA', says: [/fr-CA/] }
  if (/^[a-z]+\.[a-z]+$/.test(text)) return { other: 'quartz.search', says: [/quartz/i] }
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return { other: 'quartz-7', says: [/quartz.7/i] }
  return { other: 'Quartz #7', says: [/Quartz #7/] }
}

const replaced = (value: unknown, [step, ...rest]: Path, other: unknown): unknown => {
  if (step === undefined) return other
  if (Array.isArray(value))
    return value.with(Number(step), replaced(value[Number(step)], rest, other))
  const group = value as Record<string, unknown>
  return { ...group, [step]: replaced(group[step], rest, other) }
}

describe('an agreement in words is complete', () => {
  test('the complete example has a value for every field of the form', () => {
    const present = new Set<string>()
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) {
        const here = Array.isArray(value) ? `${path}/*` : `${path}/${key}`
        present.add(here)
        visit(inner, here)
      }
    }
    visit(completeFile, '')
    const short = /\/(amount|unit|basis)$/
    const fields = fieldsOf(schema, '')
    expect(fields.length).toBeGreaterThan(180)
    const missing = fields.filter((path) => !present.has(path) && !short.test(path))
    expect(missing).toEqual([])
  })

  const said = leaves(completeFile).filter(
    ({ path }) => path[0] !== '$schema' && path[0] !== 'format',
  )
  test.each(said.map(({ path, value }) => [`/${path.join('/')}`, path, value] as const))(
    'what stands at %s is printed',
    (_name, path, value) => {
      const { other, says } = otherValue(path, value)
      const before = textOf(completeAgreement)
      const after = textOf(agreementFile.parse(replaced(completeFile, path, other)))
      expect(after).not.toBe(before)
      for (const words of says ?? []) expect(after).toMatch(words)
    },
  )

  test('the title has no markup in it: text stays as people wrote it', () => {
    const title = '#panic("x") $a$ \\ ] * @y _z_ `raw` <l> // c'
    expect(describeAgreement({ ...completeAgreement, title }, { hash }).title).toBe(title)
  })
})

const cautions = (accepted: string) =>
  describeAgreement(completeAgreement, { hash: accepted }).signatures.map((one) => one.caution)

describe('an agreement in words is honest', () => {
  const bare = agreementFile.parse({
    format: 'entente/agreement@1',
    id: 'bare',
    parties: { vendor: {}, partner: {} },
  })

  test('a section that nobody filled in is not agreed', () => {
    const { sections } = describeAgreement(bare, { hash })
    const silent = sections.filter(({ title }) => title !== 'Definitions')
    expect(silent).toHaveLength(11)
    for (const section of silent) expect(JSON.stringify(section.blocks)).toContain('Not agreed.')
  })

  test('without a status it is a draft, and marked', () => {
    expect(describeAgreement(bare, { hash })).toMatchObject({ status: 'Draft', mark: 'DRAFT' })
    const inForce = describeAgreement({ ...bare, status: 'in-force' }, { hash })
    expect(inForce).toMatchObject({ status: 'In force', mark: undefined })
  })

  test('a target without a basis says that the basis is open', () => {
    const targets = [{ kind: 'case.response', target: '4 hours' }]
    const agreement = agreementFile.parse({ ...bare, targets })
    expect(textOf(agreement)).toContain('4 hours (business or elapsed: not agreed)')
  })

  test('an acceptance of another text is printed as such', () => {
    expect(cautions(hash)).toEqual([
      'This acceptance is of another text, not of this one.',
      undefined,
    ])
    expect(cautions(`sha256:${'7c'.repeat(32)}`)).toEqual([undefined, undefined])
  })

  test('open points are an annex of their own, with the day of the audit', () => {
    const { annexes } = describeAgreement(bare, {
      hash,
      openPoints: {
        on: '2026-11-20' as never,
        findings: [
          {
            code: 'term.notice-missing',
            severity: 'error',
            element: 'term',
            path: '/term/notice',
            what: 'No notice period is agreed.',
            why: 'Nobody knows when a goodbye counts.',
            fix: { sentence: 'Agree on 90 days.' },
          },
        ],
      },
    })
    expect(annexes.map(({ number, title }) => [number, title])).toEqual([['A', 'Open points']])
    const text = JSON.stringify(annexes)
    for (const words of ['20 November 2026', 'No notice period', 'goodbye', 'Agree on 90 days.']) {
      expect(text).toContain(words)
    }
  })
})
