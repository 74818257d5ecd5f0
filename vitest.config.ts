import { defineConfig } from 'vitest/config'

const setupFiles = ['test/setup/quiet-console.ts']
const globalSetup = ['test/setup/test-postgres.ts']

export default defineConfig({
  test: {
    // Flows wait more than they work: three at a time on two cores, too.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,extensions,prisma}/**/*.test.{ts,tsx}', 'test/{simulator,theme,floor-plan,setup,a,truth}/**/*.test.ts'],
          setupFiles,
          // Properties take as long as the machine needs.
          testTimeout: 60_000,
        },
      },
      { test: { name: 'flow', include: ['test/flow/**/*.test.ts'], setupFiles, globalSetup, testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles,
          globalSetup,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
