/**
 * Loaded ahead of Prisma's command line (`node --import`). Its engine guards every command with a timer of ten seconds that
 * it never clears, and Node would wait for it; without a reference the timer still guards, but holds nobody.
 */
const guard = 10_000
const original = globalThis.setTimeout

globalThis.setTimeout = Object.assign((...args: Parameters<typeof original>) => {
  const timer = original(...args)
  return args[1] === guard ? timer.unref() : timer
}, original)
