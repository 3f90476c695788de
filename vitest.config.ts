import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{domain,contract,server,web,cli,tools,test}/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 30_000,
  },
})
