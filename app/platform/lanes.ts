/** Gives the place back. */
export type Leave = () => void

export interface Lanes {
  /**
   * Resolves once there is a place for one more under that name: to what gives it back, to `full` where too many wait under the
   * name already, or to `gone` where `signal` aborts first.
   */
  readonly enter: (name: string, signal: AbortSignal) => Promise<Leave | 'full' | 'gone'>
}

interface Bounds {
  /** How many are let in at the same time, all names together. */
  readonly places: number
  /** How many of them may go by one name. */
  readonly each: number
  /** How many may wait under one name. */
  readonly waiting: number
}

interface Lane {
  inside: number
  /** In the order in which they came. */
  readonly waiting: Set<(leave: Leave) => void>
}

/**
 * A queue that is fair to names: places that come free go round among the names that wait, whatever each of them sends. So who
 * asks for a thousand things at once holds up nobody but themselves.
 */
export function openLanes({ places, each, waiting: mostWaiting }: Bounds): Lanes {
  // Those whose turn is the longest ago come first.
  const lanes = new Map<string, Lane>()
  let free = places

  const next = (): void => {
    for (const [name, lane] of lanes) {
      if (free === 0) return
      const [first] = lane.waiting
      if (!first || lane.inside >= each) continue
      lane.waiting.delete(first)
      lane.inside += 1
      free -= 1
      lanes.delete(name)
      lanes.set(name, lane)
      first(once(() => leave(name, lane)))
    }
  }
  const leave = (name: string, lane: Lane): void => {
    free += 1
    lane.inside -= 1
    if (lane.inside === 0 && lane.waiting.size === 0) lanes.delete(name)
    next()
  }

  return {
    enter(name, signal) {
      const lane = lanes.get(name) ?? { inside: 0, waiting: new Set() }
      if (lane.waiting.size >= mostWaiting) return Promise.resolve('full')
      if (signal.aborted) return Promise.resolve('gone')
      lanes.set(name, lane)
      return new Promise((resolve) => {
        const letIn = (left: Leave): void => {
          signal.removeEventListener('abort', giveUp)
          resolve(left)
        }
        const giveUp = (): void => {
          lane.waiting.delete(letIn)
          if (lane.inside === 0 && lane.waiting.size === 0 && lanes.get(name) === lane) lanes.delete(name)
          resolve('gone')
        }
        signal.addEventListener('abort', giveUp, { once: true })
        lane.waiting.add(letIn)
        next()
      })
    },
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    work()
  }
}
