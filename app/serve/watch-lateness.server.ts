import { measureLateness } from './lateness.ts'

/** Milliseconds. */
const EVERY = 20
/** A block waits 300 ms for an answer: of what comes later nobody has anything. */
const TOO_LATE = 250

/** Tells whether this process is so far behind with everything that answers would come too late. */
export function watchLateness(): () => boolean {
  const lateness = measureLateness()
  let due = performance.now() + EVERY
  setInterval(() => {
    const now = performance.now()
    lateness.note(due, now)
    due = now + EVERY
  }, EVERY).unref()
  return () => lateness.now() > TOO_LATE
}
