import { defineConfig } from 'vitest/config'

const database = '{server,test}/**/*.db.test.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 30_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{domain,contract,server,web,cli,tools,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', database],
        },
      },
      {
        test: {
          name: 'database',
          include: [database],
          globalSetup: 'server/src/app/database/testing/test-cluster.ts',
        },
      },
    ],
  },
})
