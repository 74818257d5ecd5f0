/** Wakes whoever rests: rung while nobody does, it wakes the next one at once. */
export interface Bell {
  readonly ring: () => void
  /** Resolves once it has been rung, after so many milliseconds, or where `signal` aborts. */
  readonly rest: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export function makeBell(): Bell {
  let isRung = false
  let wake = () => {}
  return {
    ring() {
      isRung = true
      wake()
    },
    async rest(milliseconds, signal) {
      if (!isRung && !signal.aborted)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          timer.unref()
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
          signal.addEventListener('abort', wake, { once: true })
        }).finally(() => signal.removeEventListener('abort', wake))
      isRung = false
    },
  }
}
