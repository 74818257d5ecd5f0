import { measureLateness } from './lateness.ts'

/** Milliseconds. */
const EVERY = 20
/** A block waits 300 ms for an answer: of what comes later nobody has anything. */
const TOO_LATE = 250

/** So long after the last ask nobody measures any more: the timer is nearly all that a process does which nobody asks for anything. */
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
      // What was late when measuring ended would turn the next one away.
      if (now - asked < QUIET || lateness.now() > EVERY) return
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
