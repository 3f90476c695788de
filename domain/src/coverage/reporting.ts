import { pointer } from '../agreement/pointer.ts'
import type { Report } from '../agreement/reporting.ts'
import { standardReportDue } from '../agreement/standard-term.ts'
import { otherSide } from '../identity/side.ts'
import { finding } from './catalogued-finding.ts'
import { defaultReport } from './default-terms.ts'
import { append, set } from './edit.ts'
import { sideOf, titleOf } from './roster.ts'
import type { Rule, Subject } from './subject.ts'
import { firstPosition } from './usual-positions.ts'

/** Section 5: which figures are looked at, by whom and when. */
export const auditReporting: Rule = (subject) => {
  const reports = subject.agreement.reports ?? []
  if (reports.length === 0) return noReports(subject)
  return [...missingCadences(subject), ...unownedReports(subject)]
}

const cadences = ['weekly', 'monthly', 'quarterly'] as const

const noReports: Rule = ({ agreement }) => [
  finding('reporting.missing', {
    path: '/reports',
    what: 'No report and no review is agreed.',
    fix: 'Agree weekly call statistics, a monthly pipeline review and a quarterly business review.',
    patch: set(
      agreement,
      ['reports'],
      cadences.flatMap((cadence) => defaultReport(agreement, cadence) ?? []),
    ),
  }),
]

const missingCadences: Rule = ({ agreement }) =>
  cadences
    .filter((cadence) => !agreement.reports?.some((report) => report.cadence === cadence))
    .map((cadence) => {
      const usual = defaultReport(agreement, cadence)
      return finding('reporting.cadence-missing', {
        path: '/reports',
        what: `Nothing is reported ${cadence}.`,
        fix:
          usual === undefined
            ? `Add a ${cadence} report.`
            : `Add the ${usual.title.toLowerCase()}.`,
        patch: usual === undefined ? [] : append(agreement, ['reports'], [usual]),
      })
    })

const unownedReports: Rule = (subject) =>
  (subject.agreement.reports ?? []).flatMap((report, index) =>
    [withoutOwner, withoutAudience, withoutDue].flatMap((rule) => rule(subject, report, index)),
  )

function withoutOwner(subject: Subject, report: Report, index: number) {
  if (report.owner !== undefined) return []
  const { agreement } = subject
  const owner = firstPosition(subject, 'vendor') ?? firstPosition(subject, 'partner')
  return [
    finding('reporting.owner-missing', {
      path: pointer(['reports', index]),
      what: `Nobody owns the ${report.cadence} report "${report.title}".`,
      fix:
        owner === undefined
          ? 'Name the position that delivers it.'
          : `Let ${titleOf(agreement, owner)} deliver it.`,
      patch: owner === undefined ? [] : set(agreement, ['reports', index, 'owner'], owner),
    }),
  ]
}

/** A report is read on the other side; while that side has no position, by somebody else of its owner's side. */
function withoutAudience(subject: Subject, report: Report, index: number) {
  if ((report.audience ?? []).length > 0) return []
  const { agreement } = subject
  const side =
    (report.owner === undefined ? undefined : sideOf(agreement, report.owner)) ?? 'vendor'
  const readers = [firstPosition(subject, otherSide(side)), firstPosition(subject, side)]
  const reader = readers.find((id) => id !== undefined && id !== report.owner)
  return [
    finding('reporting.audience-missing', {
      path: pointer(['reports', index]),
      what: `Nobody reads the ${report.cadence} report "${report.title}".`,
      fix:
        reader === undefined
          ? 'Name the positions that read it, on both sides.'
          : `Name the positions that read it, at least ${titleOf(agreement, reader)}.`,
      patch: reader === undefined ? [] : set(agreement, ['reports', index, 'audience'], [reader]),
    }),
  ]
}

function withoutDue({ agreement }: Subject, report: Report, index: number) {
  if (report.due !== undefined) return []
  const due = standardReportDue[report.cadence]
  return [
    finding('reporting.due-missing', {
      path: pointer(['reports', index]),
      what: `Nothing says when the ${report.cadence} report "${report.title}" is due.`,
      fix: `Let it be due ${due} after the end of the period.`,
      patch: set(agreement, ['reports', index, 'due'], due),
    }),
  ]
}
