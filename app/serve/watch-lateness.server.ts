import { measureLateness } from './lateness.ts'

/** Milliseconds. */
const EVERY = 20
/** A block waits 300 ms for an answer: of what comes later nobody has anything. */
const TOO_LATE = 250

/** After so long without an ask nobody measures: it is the work of a whole machine that nobody asks for anything. */
const QUIET = 1_000

/** Tells whether this process is so far behind with everything that answers would come too late. */
export function watchLateness(): () => boolean {
  const lateness = measureLateness()
  let timer: NodeJS.Timeout | undefined
  let asked = 0
  const measure = () => {
    let due = performance.now() + EVERY
    timer = setInterval(() => {
      const now = performance.now()
      lateness.note(due, now)
      due = now + EVERY
      if (now - asked < QUIET) return
      clearInterval(timer)
      timer = undefined
    }, EVERY).unref()
  }
  return () => {
    asked = performance.now()
    if (!timer) measure()
    return lateness.now() > TOO_LATE
  }
}
