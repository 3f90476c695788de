import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without settings the server listens on loopback at 4380', () => {
  expect(readConfig({})).toEqual({ ok: true, value: { host: '127.0.0.1', port: 4380 } })
})

test('every setting is taken as it is meant', () => {
  const settings = {
    HOST: '0.0.0.0',
    PORT: '0',
    DATA_DIR: 'some/where',
    DATABASE_URL: 'postgresql://entente:secret@db.example.com/entente?sslmode=verify-full',
    BASE_URL: 'https://partners.example.com/',
  }
  expect(readConfig(settings)).toEqual({
    ok: true,
    value: {
      host: '0.0.0.0',
      port: 0,
      dataFolder: resolve('some/where'),
      databaseUrl: settings.DATABASE_URL,
      baseUrl: 'https://partners.example.com',
    },
  })
})

test.each([
  ['PORT', ['', 'http', '70000', '-1', '80.5', '80 ']],
  ['DATA_DIR', ['', '  ']],
  ['DATABASE_URL', ['', 'entente', 'mysql://host/entente', 'postgres://host', 'postgres://host/']],
  [
    'BASE_URL',
    [
      '',
      'example.com',
      'ftp://example.com',
      'https://example.com/entente',
      'https://example.com?a=b',
    ],
  ],
])('%s is refused by name', (variable, values) => {
  for (const value of values) {
    expect(readConfig({ [variable]: value })).toMatchObject({ ok: false, refusals: [{ variable }] })
  }
})

test('all that is wrong is said at once, and no password is repeated', () => {
  const config = readConfig({
    PORT: 'x',
    DATABASE_URL: 'postgres://ann:secret@host',
    BASE_URL: 'y',
  })
  expect(config).toMatchObject({
    refusals: [{ variable: 'PORT' }, { variable: 'DATABASE_URL' }, { variable: 'BASE_URL' }],
  })
  expect(JSON.stringify(config)).not.toContain('secret')
})
