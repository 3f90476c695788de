import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without settings the server listens on loopback at 4380', () => {
  expect(readConfig({})).toEqual({ ok: true, value: { host: '127.0.0.1', port: 4380 } })
})

test.each(['', 'http', '70000', '-1', '80.5', '80 '])('PORT=%j is refused by name', (port) => {
  const config = readConfig({ PORT: port })
  expect(config).toMatchObject({ ok: false, refusal: { variable: 'PORT' } })
})
