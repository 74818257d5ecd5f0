/** Vitest, but who calls it wrongly reads why, and no trace of Vitest's. */
const vitest = new URL('../../node_modules/vitest/vitest.mjs', import.meta.url)
try {
  await import(vitest.href)
} catch (error) {
  if (!(error instanceof Error && error.name === 'CACError')) throw error
  console.error(error.message)
  process.exitCode = 2
}
export {}
