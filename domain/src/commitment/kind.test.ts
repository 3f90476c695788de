import { describe, expect, test } from 'vitest'
import { describeKind, knownKinds, promiseOf, readKind, subjectOf } from './kind.ts'
import { hamburg, termsOf } from './sample-clock.ts'
import { clockTerms } from './terms.ts'

describe('kinds of commitment', () => {
  test('every known kind reads back, has a label of its own and an act that meets it', () => {
    const kinds = knownKinds.map(describeKind)
    expect(new Set(kinds.map((one) => one.label)).size).toBe(knownKinds.length)
    for (const { kind, metBy } of kinds) {
      expect(readKind(kind)).toEqual({ ok: true, value: kind })
      expect(`${subjectOf(kind)}.${promiseOf(kind)}`).toBe(kind)
      expect(metBy.length).toBeGreaterThan(0)
    }
  })

  test.each([
    ['case.response', false, 'start-anew', ['public-reply']],
    ['case.resolution', true, 'continue', ['resolution']],
    ['case.update', true, 'continue', ['public-reply']],
    ['request.completion', true, 'continue', ['completion']],
    ['lead.acceptance', false, 'continue', ['acceptance']],
    ['claim.payment', false, 'continue', ['payment']],
  ] as const)('%s pauses: %s, reopened: %s', (kind, pauses, onReopen, metBy) => {
    expect(describeKind(kind)).toMatchObject({ pauses, onReopen, metBy })
  })

  test('a kind that nobody thought of takes the defaults of its promise', () => {
    expect(describeKind('site-visit.resolution')).toMatchObject({
      label: 'Resolution of site visit',
      pauses: true,
      metBy: ['resolution'],
    })
    expect(describeKind('site-visit.sign-off').metBy).toEqual(['sign-off'])
  })

  test.each([
    '',
    'case',
    'case.',
    '.response',
    'Case.Response',
    'case.response.x',
    'case response',
  ])('%j is not a kind', (text) => {
    expect(readKind(text)).toMatchObject({
      ok: false,
      refusal: {
        code: 'commitment.kind-unreadable',
        sentence: expect.stringContaining(`"${text}"`),
      },
    })
  })
})

describe('terms completed by their kind', () => {
  test('a warning at 75 %, the acts of the kind, and no pause that nobody agreed', () => {
    const terms = clockTerms({
      kind: 'case.resolution',
      owedBy: 'partner',
      version: 'v1',
      calendar: hamburg,
      targetFor: () => undefined,
    })
    expect(terms.warnAt).toBe(0.75)
    expect([...terms.metBy]).toEqual(['resolution'])
    expect(terms.pauseReasons.size).toBe(0)
  })

  test('what is said goes before what the kind says', () => {
    const terms = termsOf({}, { warnAt: 0.5, metBy: ['sign-off'], onReopen: 'start-anew' })
    expect(terms).toMatchObject({ warnAt: 0.5, onReopen: 'start-anew' })
    expect([...terms.metBy]).toEqual(['sign-off'])
  })
})
