import { defineConfig } from 'vitest/config'

/** The tests of one room alone: a change of its code is its own tests' to notice. */
export default defineConfig({
  test: { include: [`app/${process.env['MUTATED_ROOM']}/**/*.test.ts`], setupFiles: ['test/setup/quiet-console.ts'], testTimeout: 180_000 },
})
