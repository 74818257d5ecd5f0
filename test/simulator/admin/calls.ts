/** One request of the app's to the Admin API, as it was weighed. */
export interface Call {
  /** Its root fields: `metafieldsSet`. */
  readonly fields: readonly string[]
  readonly variables: Readonly<Record<string, unknown>>
  /** What it took out of the bucket in the end; 0 where it was turned away. */
  readonly points: number
  readonly isThrottled: boolean
}

/** Tells whoever listens of every call that was answered or turned away for its points. */
export interface Calls {
  /** Returns what ends it. */
  readonly listen: (listener: (call: Call) => void) => () => void
}

export interface CallSource extends Calls {
  readonly report: (call: () => Call) => void
}

export function openCalls(): CallSource {
  const listeners = new Set<(call: Call) => void>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    report(call) {
      if (listeners.size === 0) return
      const made = call()
      for (const listener of listeners) listener(made)
    },
  }
}
