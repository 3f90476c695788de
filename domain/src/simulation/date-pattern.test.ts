import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDatePattern } from './date-pattern.ts'

const read = (pattern: string, text: string): string | undefined => {
  const compiled = readDatePattern(pattern)
  if (!compiled.ok) throw new Error(compiled.refusal.sentence)
  const written = compiled.value.read(text)
  if (written === undefined) return undefined
  const at = 'local' in written ? written.local : written.instant
  const shown = Temporal.Instant.fromEpochMilliseconds(at).toString()
  return 'local' in written ? shown.replace('Z', '') : shown
}

describe('a date pattern', () => {
  test.each([
    ['d/M/yyyy HH:mm', '29/2/2016 01:23', '2016-02-29T01:23:00'],
    ['d/M/yyyy HH:mm', '1/12/2016 23:59', '2016-12-01T23:59:00'],
    ['dd.MM.yyyy HH:mm:ss', '05.03.2026 07:08:09', '2026-03-05T07:08:09'],
    ['M/d/yyyy h:mm a', '3/5/2026 12:00 AM', '2026-03-05T00:00:00'],
    ['M/d/yyyy h:mm a', '3/5/2026 12:30 pm', '2026-03-05T12:30:00'],
    ['d MMM yyyy H:mm', '7 Sep 2026 9:05', '2026-09-07T09:05:00'],
    ['yyyy-MM-dd HH:mm:ss.SSS', '2026-03-05 07:08:09.125', '2026-03-05T07:08:09.125'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2026-03-05T07:08:09+02:00', '2026-03-05T05:08:09Z'],
    ['yyyyMMddHHmm', '202603050708', '2026-03-05T07:08:00'],
    ['yyyy-MM-dd', '2026-03-05', '2026-03-05T00:00:00'],
    ['iso', '2026-03-05T07:08', '2026-03-05T07:08:00'],
    ['iso', '2026-03-05 07:08:09Z', '2026-03-05T07:08:09Z'],
    ['iso', '2026-03-05T07:08:09.5-0330', '2026-03-05T10:38:09.5Z'],
    ['iso', '2026-03-05', '2026-03-05T00:00:00'],
    ['epoch', '1456710180', '2016-02-29T01:43:00Z'],
    ['epoch-ms', '1456710180125', '2016-02-29T01:43:00.125Z'],
  ])('%s reads %s', (pattern, text, expected) => {
    expect(read(pattern, text)).toBe(expected)
  })

  test.each([
    ['d/M/yyyy HH:mm', '31/2/2016 10:00'],
    ['d/M/yyyy HH:mm', '29/2/2015 10:00'],
    ['d/M/yyyy HH:mm', '1/13/2016 10:00'],
    ['d/M/yyyy HH:mm', '1/1/2016 24:00'],
    ['d/M/yyyy HH:mm', '1/1/2016 10:60'],
    ['d/M/yyyy HH:mm', '1/1/2016 10:00:00'],
    ['d/M/yyyy HH:mm', '1/1/16 10:00'],
    ['d/M/yyyy HH:mm', ''],
    ['dd/MM/yyyy HH:mm', '1/1/2016 10:00'],
    ['h:mm a d.M.yyyy', '13:00 PM 1.1.2026'],
    ['h:mm a d.M.yyyy', '0:10 AM 1.1.2026'],
    ['d MMM yyyy', '7 Sef 2026'],
    ['iso', '2026-02-30'],
    ['iso', '2026-03-05T24:00'],
    ['iso', '05/03/2026'],
    ['epoch', '2026-03-05'],
    ['epoch', '1e9'],
  ])('%s does not read "%s"', (pattern, text) => {
    expect(read(pattern, text)).toBeUndefined()
  })

  test.each([
    ['DD/MM/yyyy', '"DD"'],
    ['d/M/yy', '"yy"'],
    ['d/M HH:mm', 'no year'],
    ['d/M/yyyy hh:mm', 'AM or PM'],
    ['d/M/yyyy d', 'second time'],
    ['constructor', 'is not a part'],
  ])('%s is refused: %s', (pattern, reason) => {
    const compiled = readDatePattern(pattern)
    expect(compiled.ok ? '' : compiled.refusal.sentence).toContain(reason)
  })

  test('reads back every minute that it writes', () => {
    const minutes = integer({ min: -5_000_000, max: 80_000_000 })
    assert(
      property(minutes, (count) => {
        const time = Temporal.Instant.fromEpochMilliseconds(count * 60_000)
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime()
        const clock = time.toPlainTime().toString({ smallestUnit: 'minute' })
        const written = `${time.day}/${time.month}/${String(time.year).padStart(4, '0')} ${clock}`
        expect(read('d/M/yyyy HH:mm', written)).toBe(time.toString({ smallestUnit: 'second' }))
      }),
    )
  })
})
