/** How late what is due is done, in milliseconds, smoothed: one long breath of the process is soon forgotten. */
export interface Lateness {
  /** It was due at one time and is done at another. */
  readonly note: (due: number, done: number) => void
  readonly now: () => number
}

/** The share of what is known that the newest measure takes over. */
const NEWEST = 0.25

export function measureLateness(): Lateness {
  let late = 0
  return {
    note: (due, done) => (late += NEWEST * (Math.max(0, done - due) - late)),
    now: () => late,
  }
}
