import { calendar, type AgreementCalendar } from '@entente/domain/agreement/calendars.ts'
import { faultsOf } from '@entente/domain/agreement/form-fault.ts'
import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import type { CalendarRefusal } from '@entente/domain/time/calendar-refusal.ts'
import { agreementIn, type AgreementRefusal } from '../agreement/read-agreement.ts'
import { briefValue, type FileRefusal } from '../document/file-refusal.ts'
import { readYaml, type YamlDocument } from '../document/read-yaml.ts'

/** The calendars of a file: those of an agreement, or the one that a file holds alone. */
export interface CalendarFile {
  readonly calendars: readonly AgreementCalendar[]
  /** Puts a refusal of one of the calendars at its line. */
  locate(index: number, refusal: CalendarRefusal): FileRefusal
}

/** A file that holds one calendar names it as it likes, or not at all. */
const alone = calendar.partial({ id: true })

/** Reads an agreement, or a file with the fields of one calendar (`timeZone`, `week`, `holidays` …). */
export async function readCalendars(path: string): Promise<Result<CalendarFile, AgreementRefusal>> {
  const document = await readYaml(path)
  if (!document.ok) return document
  if (!isCalendar(document.value.data)) {
    const read = agreementIn(document.value)
    if (!read.ok) return read
    return accepted(fileOf(read.value.agreement.calendars ?? [], read.value.document, '/calendars'))
  }
  const read = alone.safeParse(document.value.data, { reportInput: true })
  if (read.success) {
    return accepted(
      fileOf([{ ...read.data, id: read.data.id ?? 'calendar' }], document.value, undefined),
    )
  }
  const [fault] = faultsOf(read.error.issues, document.value.data)
  if (!fault) throw new Error('a form was refused without a fault')
  const { at, ...facts } = fault
  const value = briefValue(facts.value)
  return refused({ ...facts, value, file: path, ...document.value.locate(fault.path, at) })
}

const isCalendar = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  !('format' in data) &&
  ('timeZone' in data || 'week' in data)

const fileOf = (
  calendars: readonly AgreementCalendar[],
  document: YamlDocument,
  list: string | undefined,
): CalendarFile => ({
  calendars,
  locate: (index, refusal) => {
    const root = list === undefined ? '' : `${list}/${index}`
    const path = `${root}/${refusal.field.replaceAll('[', '/').replaceAll(']', '').replaceAll('.', '/')}`
    const { code, sentence, fix, value } = refusal
    return { code, sentence, fix, value, path, file: document.file, ...document.locate(path) }
  },
})
