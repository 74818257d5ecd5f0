/** Preloaded into a process, it sets that process's clock off by so many seconds. */
const off = 1_000 * Number(process.env['CLOCK_OFF_SECONDS'])
const { now } = Date
Date.now = () => now() + off
