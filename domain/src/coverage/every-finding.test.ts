import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agreement, AgreementFile } from '../agreement/agreement.ts'
import type { Finding, PatchOperation } from '../agreement/finding.ts'
import { readForm } from '../agreement/form.ts'
import { agreementHash } from '../agreement/hash.ts'
import { checkReferences } from '../agreement/references.ts'
import { applyFix, fixAgreement } from './apply-fix.ts'
import { auditAgreement } from './audit.ts'
import { findingsCatalogue, type FindingCode } from './findings-catalogue.ts'
import { lookedAtOn, soundFile } from './sound-agreement.ts'
import type { HolidaysOf } from './subject.ts'
import type { PlainDate } from '../kernel/instant.ts'

type Edit = (file: Mutable) => void

/** Every part there, so that an edit says only what it breaks. */
type Mutable = { -readonly [Name in keyof AgreementFile]-?: NonNullable<AgreementFile[Name]> }
type Term = NonNullable<AgreementFile['term']>
type Level = Mutable['ladders'][number]['levels'][number]

const first = <T>(list: readonly T[] | undefined): T => at(list, 0)

function at<T>(list: readonly T[] | undefined, index: number): T {
  const one = list?.[index]
  if (one === undefined) throw new Error(`nothing at ${index}`)
  return one
}

const row = (file: Mutable, activity: string) =>
  first(file.responsibilities.filter((one) => one.activity === activity))
const target = (file: Mutable, kind: string) =>
  first(file.targets.filter((one) => one.kind === kind))
const ladder = (file: Mutable, side: 'vendor' | 'partner') =>
  first(file.ladders.filter((one) => one.side === side))
const position = (file: Mutable, id: string) => first(file.positions.filter((one) => one.id === id))
const term = (file: Mutable, change: (own: Term) => void): void => change(file.term)
const levels = (file: Mutable, side: 'vendor' | 'partner', change: (level: Level) => void): void =>
  ladder(file, side).levels.forEach(change)

const times = (file: Mutable, kind: string): Record<string, unknown> =>
  target(file, kind).byPriority as Record<string, unknown>

const accept = (file: Mutable, sides: readonly ('vendor' | 'partner')[], hash?: string): void => {
  file.status = 'proposed'
  file.acceptances = []
  const form = readForm(file)
  if (!form.ok) throw new Error(form.refusal.sentence)
  file.acceptances = sides.map((side) => ({
    side,
    person: side === 'vendor' ? 'person-0' : 'person-7',
    hash: hash ?? agreementHash(form.value),
    at: '2027-01-02T09:00:00Z',
  }))
}

/** One way to bring about each finding. A new code without one does not compile. */
const breaks: Readonly<Record<FindingCode, Edit>> = {
  'parties.unnamed': (file) => delete file.parties.partner.name,
  'scope.missing': (file) => (file.scope = {}),
  'scope.products-missing': (file) => delete file.scope.products,
  'scope.territories-missing': (file) => (file.scope.territories = []),
  'scope.segments-missing': (file) => delete file.scope.segments,
  'scope.exclusions-missing': (file) => delete file.scope.exclusions,
  'scope.contradiction': (file) => file.scope.exclusions?.push('norway'),
  'scope.duplicate': (file) => file.scope.products?.push('Picker  one'),
  'text.placeholder': (file) => (file.scope.summary = '[Define what the partnership covers]'),
  'notes.unsorted': (file) => (file.notes = [{ text: 'Both sides act in good faith.' }]),

  'responsibilities.missing': (file) => (file.responsibilities = []),
  'responsibilities.activity-missing': (file) =>
    (file.responsibilities = file.responsibilities.filter((one) => one.activity !== 'sales')),
  'responsibilities.activity-without-row': (file) =>
    (file.responsibilities = file.responsibilities.filter((one) => one.activity !== 'support')),
  'responsibilities.row-empty': (file) =>
    file.responsibilities.push({ activity: 'training', label: 'Training' }),
  'responsibilities.both-sides-without-accountable': (file) => {
    const { responsible: _, accountable: __, ...others } = row(file, 'sales')
    file.responsibilities[2] = { ...others, ticked: ['vendor', 'partner'] }
  },
  'responsibilities.side-without-position': (file) => {
    const { responsible: _, accountable: __, ...others } = row(file, 'delivery')
    file.responsibilities[3] = { ...others, ticked: ['vendor'] }
  },
  'responsibilities.no-accountable': (file) => delete row(file, 'delivery').accountable,
  'responsibilities.several-accountable': (file) =>
    (row(file, 'sales').accountable = ['partner-owner', 'partner-technical']),
  'responsibilities.no-responsible': (file) => delete row(file, 'delivery').responsible,
  'responsibilities.position-without-holder': (file) =>
    delete position(file, 'delivery-lead').holders,
  'responsibilities.accountable-not-owing': (file) =>
    (target(file, 'delivery.handover').owedBy = 'partner'),
  'responsibilities.many-responsible': (file) =>
    (row(file, 'sales').responsible = ['partner-sales', 'channel-manager', 'ceo', 'vp-operations']),
  'responsibilities.many-consulted-or-informed': (file) =>
    (row(file, 'lead-generation').informed = [
      'ceo',
      'vp-operations',
      'sales-director',
      'support-lead',
      'delivery-lead',
      'partner-owner',
    ]),
  'responsibilities.nobody-told': (file) => {
    delete row(file, 'delivery').consulted
    delete row(file, 'delivery').informed
  },
  'responsibilities.already-involved': (file) =>
    row(file, 'delivery').informed?.push('delivery-lead'),
  'responsibilities.accountable-nearly-everywhere': (file) => {
    for (const one of file.responsibilities) {
      one.accountable = 'channel-manager'
      one.responsible = ['channel-manager']
      one.commitments = ['request.answer']
    }
  },
  'responsibilities.sides-split-without-commitment': (file) => {
    row(file, 'lead-generation').responsible = ['partner-sales']
    row(file, 'lead-generation').consulted = []
  },
  'responsibilities.team-without-deputy': (file) => {
    position(file, 'support-lead').team = true
    position(file, 'support-lead').holders = [{ person: 'person-6' }]
  },

  'targets.missing': (file) => {
    file.targets = []
    file.priorities = []
    file.responsibilities.forEach((one) => delete one.commitments)
    term(file, (own) => (own.triggers = own.triggers?.slice(1) ?? []))
  },
  'targets.response-missing': (file) =>
    (file.targets = file.targets.filter((one) => one.kind !== 'case.response')),
  'targets.resolution-missing': (file) =>
    (file.targets = file.targets.filter((one) => one.kind !== 'case.resolution')),
  'targets.kind-without-target': (file) =>
    (file.targets = file.targets.filter((one) => one.kind !== 'request.answer')),
  'targets.kind-unknown': (file) =>
    file.targets.push({ ...target(file, 'lead.contact'), kind: 'leed.contact' }),
  'targets.row-without-time': (file) => delete target(file, 'request.answer').target,
  'targets.priority-without-target': (file) => delete times(file, 'case.response')['high'],
  'targets.priority-without-definition': (file) => delete first(file.priorities).definition,
  'targets.response-longer-than-resolution': (file) =>
    (times(file, 'case.resolution')['critical'] = '3 elapsed hours'),
  'targets.response-sometimes-longer': (file) => {
    times(file, 'case.response')['critical'] = '4 business hours'
    times(file, 'case.resolution')['critical'] = '20 elapsed hours'
  },
  'targets.response-equals-resolution': (file) =>
    (times(file, 'case.resolution')['critical'] = '4 elapsed hours'),
  'targets.less-urgent-faster': (file) =>
    (times(file, 'case.response')['high'] = '30 business hours'),
  'targets.less-urgent-faster-in-practice': (file) => {
    times(file, 'case.resolution')['high'] = '48 business hours'
    times(file, 'case.resolution')['medium'] = '5 business days'
  },
  'targets.same-for-all-priorities': (file) => {
    for (const id of ['critical', 'high', 'medium', 'low'])
      times(file, 'case.update')[id] = '2 business days'
  },
  'targets.basis-missing': (file) => {
    times(file, 'case.response')['high'] = '8 hours'
    times(file, 'case.response')['medium'] = '24 hours'
  },
  'targets.critical-business-only': (file) =>
    (times(file, 'case.response')['critical'] = '4 business hours'),
  'targets.pause-rules-missing': (file) => (file.pauses = []),
  'targets.start-missing': (file) => delete target(file, 'lead.contact').startsAt,
  'targets.end-missing': (file) => delete target(file, 'lead.contact').metBy,
  'targets.warning-too-late': (file) => (target(file, 'lead.contact').warnAt = '100 %'),
  'targets.breach-cost-missing': (file) => delete (file as Partial<Mutable>).breachCost,
  'targets.credit-without-amount': (file) => (file.breachCost = { mode: 'service-credit' }),
  'targets.one-sided': (file) => {
    file.targets = file.targets.filter((one) => one.kind.startsWith('case.'))
    for (const one of file.targets) one.owedBy = 'vendor'
    file.responsibilities.forEach((one) => delete one.commitments)
  },

  'calendars.missing': (file) =>
    (file.calendars = file.calendars.filter((one) => one.side === 'vendor')),
  'calendars.several-for-side': (file) =>
    file.calendars.push({ ...first(file.calendars), id: 'vendor-desk' }),
  'calendars.unused': (file) => {
    const { side: _, ...desk } = first(file.calendars)
    file.calendars.push({ ...desk, id: 'desk' })
  },
  'calendars.never-opens': (file) => (first(file.calendars).week = { mon: [] }),
  'calendars.holidays-missing': (file) => {
    const {
      holidays: _,
      holidaySources: __,
      holidaysResolvedUntil: ___,
      ...bare
    } = first(file.calendars)
    file.calendars[0] = bare
  },
  'calendars.holidays-not-resolved': (file) => {
    const { holidays: _, holidaysResolvedUntil: __, ...bare } = first(file.calendars)
    file.calendars[0] = bare
  },
  'calendars.holidays-end-before-term': (file) =>
    (first(file.calendars).holidaysResolvedUntil = '2027-06-30'),
  'calendars.holidays-past': (file) => (first(file.calendars).holidaysResolvedUntil = '2027-02-28'),

  'ladders.missing': (file) => (file.ladders = file.ladders.filter((one) => one.side === 'vendor')),
  'ladders.kind-uncovered': (file) => (ladder(file, 'partner').kinds = ['case.response']),
  'ladders.levels-missing': (file) => (ladder(file, 'partner').levels = []),
  'ladders.level-gap': (file) => ladder(file, 'vendor').levels.splice(1, 1),
  'ladders.level-without-position': (file) => delete at(ladder(file, 'vendor').levels, 2).position,
  'ladders.position-without-holder': (file) => delete position(file, 'vp-operations').holders,
  'ladders.trigger-missing': (file) => levels(file, 'vendor', (level) => delete level.trigger),
  'ladders.triggers-not-ascending': (file) => {
    at(ladder(file, 'vendor').levels, 1).trigger = '150 %'
    at(ladder(file, 'vendor').levels, 2).trigger = 'at breach'
  },
  'ladders.first-level-too-late': (file) => {
    first(ladder(file, 'partner').levels).trigger = 'at breach'
    at(ladder(file, 'partner').levels, 1).trigger = '1 hour after due'
  },
  'ladders.same-person-twice': (file) => (position(file, 'ceo').holders = [{ person: 'person-2' }]),
  'ladders.same-position-twice': (file) =>
    (at(ladder(file, 'vendor').levels, 1).position = 'channel-manager'),
  'ladders.no-executive': (file) => ladder(file, 'vendor').levels.pop(),
  'ladders.no-acknowledgement': (file) =>
    levels(file, 'vendor', (level) => delete level.mustAcknowledge),
  'ladders.channels-missing': (file) => levels(file, 'vendor', (level) => delete level.channels),
  'ladders.nobody-outside-hours': (file) =>
    levels(file, 'partner', (level) => delete level.outsideHours),

  'people.missing': (file) => {
    file.people = file.people.filter((one) => one.side === 'vendor')
    file.positions.filter((one) => one.side === 'partner').forEach((one) => delete one.holders)
    file.rulebook.acknowledgements?.pop()
  },
  'people.email-missing': (file) => delete first(file.people).email,
  'people.position-without-holder': (file) => {
    file.positions.push({ id: 'finance', side: 'vendor', title: 'Finance' })
    first(file.reports).audience?.push('finance')
  },
  'people.holder-expired': (file) =>
    (position(file, 'delivery-lead').holders = [
      { person: 'person-5', deputy: 'person-0', until: '2027-02-27' },
    ]),
  'people.holder-leaving': (file) =>
    (position(file, 'delivery-lead').holders = [
      { person: 'person-5', deputy: 'person-0', until: '2027-03-20' },
    ]),
  'people.everyone-absent': (file) => {
    position(file, 'delivery-lead').holders = [{ person: 'person-5' }]
    at(file.people, 5).absences = [{ from: '2027-02-20', until: '2027-03-05' }]
  },
  'people.deputy-is-holder': (file) =>
    (position(file, 'delivery-lead').holders = [{ person: 'person-5', deputy: 'person-5' }]),
  'people.deputy-missing': (file) =>
    (position(file, 'channel-manager').holders = [{ person: 'person-0' }]),

  'delivery.missing': (file) => (file.delivery = {}),
  'delivery.handover-missing': (file) => delete file.delivery.handover,
  'delivery.criteria-missing': (file) => delete file.delivery.acceptance?.criteria,
  'delivery.silence-undefined': (file) => delete file.delivery.acceptance?.onSilence,
  'delivery.delay-unassigned': (file) => delete file.delivery.delayBorneBy,
  'delivery.change-undefined': (file) => delete file.delivery.change,
  'delivery.milestone-without-date': (file) =>
    (file.delivery.milestones = [{ id: 'pilot', title: 'Pilot', owedBy: 'vendor' }]),
  'delivery.milestone-outside-term': (file) =>
    (file.delivery.milestones = [
      { id: 'pilot', title: 'Pilot', owedBy: 'vendor', dueOn: '2028-02-01' },
    ]),
  'renewals.missing': (file) => delete (file as Partial<Mutable>).customerRenewals,
  'renewals.owner-missing': (file) => delete file.customerRenewals.owedBy,
  'renewals.start-missing': (file) => delete file.customerRenewals.startBefore,

  'reporting.missing': (file) => (file.reports = []),
  'reporting.cadence-missing': (file) =>
    (file.reports = file.reports.filter((one) => one.cadence !== 'monthly')),
  'reporting.owner-missing': (file) => delete first(file.reports).owner,
  'reporting.audience-missing': (file) => (first(file.reports).audience = []),
  'reporting.due-missing': (file) => delete first(file.reports).due,

  'term.start-missing': (file) => term(file, (own) => delete own.startsOn),
  'term.end-missing': (file) => term(file, (own) => delete own.endsOn),
  'term.end-before-start': (file) => term(file, (own) => (own.endsOn = '2026-12-01')),
  'term.open-ended-with-end': (file) => term(file, (own) => (own.openEnded = true)),
  'term.notice-missing': (file) => term(file, (own) => delete own.notice),
  'term.triggers-missing': (file) => term(file, (own) => delete own.triggers),
  'term.trigger-not-measurable': (file) =>
    term(file, (own) => own.triggers?.push({ id: 'failure', text: 'Persistent failure.' })),
  'term.trigger-measure-unknown': (file) =>
    term(file, (own) =>
      own.triggers?.push({
        id: 'late',
        text: 'Late.',
        condition: { measure: 'breachs', is: 'at-least', value: 3, window: 'quarter' },
      }),
    ),
  'term.trigger-incomplete': (file) =>
    term(file, (own) =>
      own.triggers?.push({
        id: 'late',
        text: 'Late.',
        condition: { measure: 'breaches', is: 'at-least', value: 3 },
      }),
    ),
  'term.renewal-missing': (file) => term(file, (own) => delete own.renewal),
  'term.renewal-length-missing': (file) => term(file, (own) => delete own.renewal?.for),
  'term.renewal-without-reminder': (file) => term(file, (own) => delete own.renewal?.remindBefore),
  'term.reminder-within-notice': (file) =>
    term(
      file,
      (own) => (own.renewal = { mode: 'automatic', for: '12 months', remindBefore: '60 days' }),
    ),
  'term.notice-window-passed': (file) =>
    term(file, (own) => {
      own.startsOn = '2026-04-01'
      own.endsOn = '2027-03-31'
    }),
  'term.expiry-near': (file) =>
    term(file, (own) => {
      own.startsOn = '2026-04-01'
      own.endsOn = '2027-03-31'
      own.renewal = { mode: 'by-consent', for: '12 months' }
    }),
  'term.expired': (file) =>
    term(file, (own) => {
      own.startsOn = '2026-01-01'
      own.endsOn = '2026-12-31'
      own.renewal = { mode: 'none' }
    }),
  'term.wind-down-missing': (file) => term(file, (own) => (own.windDown = [])),
  'term.wind-down-incomplete': (file) => term(file, (own) => delete first(own.windDown).owner),

  'acceptance.side-missing': (file) => accept(file, ['vendor']),
  'acceptance.different-terms': (file) =>
    accept(file, ['vendor', 'partner'], `sha256:${'0'.repeat(64)}`),
  'acceptance.effective-date-passed': (file) => (file.effectiveOn = '2027-02-01'),
  'acceptance.signatory-without-position': (file) => {
    file.people.push({ id: 'stranger', name: 'A Stranger', side: 'vendor' })
    accept(file, ['vendor', 'partner'])
    first(file.acceptances).person = 'stranger'
  },
  'acceptance.open-work-undecided': (file) => {
    file.version = 2
    file.amends = { version: 1, hash: `sha256:${'1'.repeat(64)}` }
  },

  'rulebook.missing': (file) => delete (file as Partial<Mutable>).rulebook,
  'rulebook.unknown': (file) => (file.rulebook.id = 'unknown-rules'),
  'rulebook.version-missing': (file) => delete file.rulebook.version,
  'rulebook.not-acknowledged': (file) => file.rulebook.acknowledgements?.pop(),

  'meant.error': (file) =>
    (file.meant = [{ code: 'term.notice-missing', because: 'Nobody will leave.' }]),
  'meant.nothing-found': (file) =>
    (file.meant = [{ code: 'targets.one-sided', because: 'The partner promises nothing yet.' }]),
}

/** Faults of the reference check, whose patches go through the same mill. */
const slips: Readonly<Record<string, Edit>> = {
  'references.unknown-person': (file) =>
    (position(file, 'ceo').holders = [{ person: 'person3', deputy: 'person-33' }]),
  'references.unknown-position': (file) => {
    row(file, 'sales').accountable = 'partner-ownr'
    at(ladder(file, 'vendor').levels, 3).position = 'co'
    first(file.reports).owner = 'suport-lead'
  },
  'references.unknown-priority': (file) => {
    const all = times(file, 'case.update')
    all['critcal'] = all['critical']
    delete all['critical']
    all['hihg'] = '2 business days'
  },
  'references.unknown-calendar': (file) =>
    (target(file, 'lead.contact').calendar = 'partner-ofice'),
  'references.wrong-side': (file) =>
    (first(ladder(file, 'partner').levels).position = 'channel-manager'),
  'references.duplicate-name': (file) =>
    file.positions.push({ id: 'ceo', side: 'vendor', title: 'Chair' }),
  'references.target-twice': (file) => (target(file, 'case.update').target = '1 business day'),
  'references.promise-twice': (file) => file.targets.push({ ...target(file, 'lead.contact') }),
  'references.ladder-twice': (file) => file.ladders.push({ side: 'vendor', levels: [] }),
  'references.ends-before-start': (file) =>
    (first(file.people).absences = [{ from: '2027-07-20', until: '2027-07-01' }]),
  'references.mix-not-100': (file) => (file.parties.partner.models = { service: 60 }),
  'references.version-order': (file) => {
    file.version = 4
    file.amends = { version: 2, hash: `sha256:${'1'.repeat(64)}` }
  },
}

const faults: Readonly<Record<string, Edit>> = { ...breaks, ...slips }
const codes = Object.keys(breaks) as readonly FindingCode[]
const allCodes = Object.keys(faults)
/** One holiday a year, which is enough to see that dates are added and none is lost. */
const holidaysOf: HolidaysOf = ({ country }, fromYear, toYear) => ({
  holidays: Array.from({ length: toYear - fromYear + 1 }, (_, index) => ({
    date: `${fromYear + index}-01-01` as PlainDate,
    name: `New Year in ${country}`,
  })),
  resolvedUntil: `${toYear}-12-31` as PlainDate,
})

const context = { today: lookedAtOn, rulebookIds: ['larkfield-rules'], holidaysOf }

interface Read {
  readonly file: AgreementFile
  readonly agreement: Agreement
}

function broken(...chosen: readonly string[]): Read {
  const file = soundFile()
  for (const code of chosen) faults[code]?.(file as Mutable)
  return read(file)
}

function read(file: AgreementFile): Read {
  const form = readForm(file)
  if (!form.ok) throw new Error(JSON.stringify(form.refusal.faults, null, 2))
  return { file, agreement: form.value }
}

const audit = ({ agreement }: Read): readonly Finding[] => auditAgreement(agreement, context)

const sameFault = (a: Finding, b: Finding): boolean =>
  a.code === b.code && a.path === b.path && a.what === b.what

/**
 * Errors that were not there before, by code: a patch may move a fault to another place, never add a kind. That an
 * edit voids what was accepted is no fault of the patch; the command edits a draft.
 */
const newErrors = (before: readonly Finding[], after: readonly Finding[]): readonly string[] => {
  const known = new Set([...before.map((one) => one.code), 'acceptance.different-terms'])
  return after
    .filter((one) => one.severity === 'error' && !known.has(one.code))
    .map((one) => one.code)
}

function applied(start: Read, patch: readonly PatchOperation[]): Read {
  const result = applyFix(start.file, patch)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

describe('every finding of the catalogue', () => {
  test('nothing is found in the sound agreement', () => {
    expect(audit(broken())).toEqual([])
  })

  test.each(codes)('%s is found, once broken, and means what the catalogue says', (code) => {
    const findings = audit(broken(code))
    const own = findings.filter((one) => one.code === code)
    expect(findings.map((one) => one.code)).toContain(code)
    for (const one of own) {
      expect(one.severity).toBe(findingsCatalogue[code].severity)
      expect(one.why).toBe(findingsCatalogue[code].why)
      expect(one.what).toMatch(/[.]$/)
      expect(one.what).not.toMatch(/undefined|\[object|NaN/)
      expect(one.fix.sentence).toMatch(/^\S.*[.?"]$/)
      expect(one.path).toMatch(/^(\/[^/]+)+$/)
    }
  })

  test.each(Object.keys(slips))('%s is found, once broken', (code) => {
    expect(audit(broken(code)).map((one) => one.code)).toContain(code)
  })

  test.each(allCodes)('%s: each fix removes its finding and brings no new error', (code) => {
    const start = broken(code)
    const before = audit(start)
    for (const one of before) {
      const answers = (one.fix.choices ?? []).map((choice) => choice.patch)
      const patches = one.fix.patch === undefined ? answers : [one.fix.patch, ...answers]
      for (const patch of patches) {
        const mended = applied(start, patch)
        const after = audit(mended)
        expect(
          after.filter((other) => sameFault(one, other)),
          `${one.code} stays`,
        ).toEqual([])
        expect(newErrors(before, after)).toEqual([])
        expect(newErrors(before, checkReferences(mended.agreement))).toEqual([])
      }
    }
  })
})

/** Some edits need what another one took away; those orders say nothing about fixes. */
const brokenOrNothing = (chosen: readonly string[]): Read | undefined => {
  try {
    return broken(...chosen)
  } catch {
    return undefined
  }
}

describe('many faults at once', () => {
  const anyCodes = fc.uniqueArray(fc.constantFrom(...allCodes), { minLength: 2, maxLength: 12 })
  /** Combinations that once brought a new error or left a patch. */
  const once: [string[]][] = [
    [['targets.one-sided', 'parties.unnamed', 'delivery.missing']],
    [['references.version-order', 'acceptance.signatory-without-position', 'parties.unnamed']],
  ]

  test('every patch removes its finding, whatever else is wrong', () => {
    fc.assert(
      fc.property(anyCodes, (chosen) => {
        const start = brokenOrNothing(chosen)
        fc.pre(start !== undefined)
        const before = audit(start)
        for (const one of before) {
          if (one.fix.patch === undefined) continue
          const after = audit(applied(start, one.fix.patch))
          expect(
            after.filter((other) => sameFault(one, other)),
            `${one.code} stays`,
          ).toEqual([])
          expect(newErrors(before, after)).toEqual([])
        }
      }),
      { numRuns: 80, examples: once },
    )
  })

  test('mending everything ends, leaves no patch to apply, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyCodes, (chosen) => {
        const start = brokenOrNothing(chosen)
        fc.pre(start !== undefined)
        const before = audit(start)
        const fixed = fixAgreement(start, context)
        expect(fixed.remaining.filter((one) => one.fix.patch !== undefined)).toEqual([])
        expect(newErrors(before, fixed.remaining)).toEqual([])
        const again = fixAgreement(fixed, context)
        expect(again.applied).toEqual([])
        expect(again.file).toEqual(fixed.file)
      }),
      { numRuns: 80, examples: once },
    )
  })
})
