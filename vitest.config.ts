import { defineConfig } from 'vitest/config'

const setupFiles = ['test/setup/quiet-console.ts']
const globalSetup = ['test/setup/test-postgres.ts']
/** How long a machine may take over anything before something must be wrong. No test is about how long it takes. */
const patience = { testTimeout: 180_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } }
/** As many at a time as the whole has, and so in a turn of their own. */
const behindBrowsers = { groupOrder: 1 }
/** At the end, one file after the other. */
const alone = { maxWorkers: 1, sequence: { groupOrder: 2 } }
const NEIGHBOURS = 'test/flow/neighbours/**/*.test.ts'

export default defineConfig({
  test: {
    // Flows wait more than they work: four at a time on two cores, too.
    maxWorkers: 4,
    projects: [
      {
        test: {
          name: 'unit',
          sequence: behindBrowsers,
          include: [
            '{app,extensions,prisma,styles}/**/*.test.{ts,tsx}',
            'test/{demo,deploy,functions,simulator,theme,shopify-cli,floor-plan,setup,a,truth,words}/**/*.test.ts',
          ],
          setupFiles,
          // Files of one worker share what they import: to read it anew for each of four hundred took as long as half of the tests.
          isolate: false,
          // It loads an extension's module by name: where a test would, and not where Node would.
          server: { deps: { inline: [/ui-extensions-tester/] } },
          ...patience,
        },
      },
      {
        test: {
          name: 'unit-growth',
          include: ['test/growth/**/*.test.ts'],
          setupFiles,
          ...patience,
          // What takes longer with the text is compared with itself: nothing else may work meanwhile, or have left something behind.
          ...alone,
        },
      },
      {
        test: {
          name: 'flow',
          include: ['test/flow/**/*.test.ts'],
          exclude: [NEIGHBOURS],
          setupFiles,
          globalSetup,
          sequence: behindBrowsers,
          ...patience,
        },
      },
      {
        test: {
          name: 'flow-neighbours',
          include: [NEIGHBOURS],
          setupFiles,
          globalSetup,
          ...patience,
          // Here a shop does its worst, and Shopify's seconds are held to: what else runs would be one more that does.
          ...alone,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles,
          globalSetup,
          ...patience,
          // A browser works all the time: of more than two on two cores one now and then has no turn for as long as a page waits for us.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
})
