import type { Sessions } from '#app/signals/sessions.ts'
import { countSteps, type Steps } from './count-steps.ts'

/** Visits, to be found by what was seen in them. */
export interface SessionIndex {
  readonly sessions: Sessions
  /** Visits by product, the latest first: those of product p from `visitsFrom[p]` on. */
  readonly visitsFrom: Uint32Array
  readonly visits: Uint32Array
  /** What follows what. */
  readonly steps: Steps
  /** By product: visits, and their number decayed by days. */
  readonly seen: Float32Array
  readonly lately: Float32Array
}

const LATELY_HALF_LIFE = 5

export function indexSessions(sessions: Sessions): SessionIndex {
  const { products, starts, items, at, now } = sessions
  const last = new Int32Array(products).fill(-1)
  const visitsFrom = new Uint32Array(products + 1)
  const lately = new Float32Array(products)
  const everyVisit = (see: (item: number, visit: number) => void) => {
    last.fill(-1)
    for (let visit = starts.length - 2; visit >= 0; visit--) {
      for (let place = starts[visit]!; place < starts[visit + 1]!; place++) {
        const item = items[place]!
        if (last[item] === visit) continue
        last[item] = visit
        see(item, visit)
      }
    }
  }
  everyVisit((item, visit) => {
    visitsFrom[item + 1]! += 1
    lately[item]! += 0.5 ** ((now - at[visit]!) / LATELY_HALF_LIFE)
  })
  const seen = Float32Array.from(visitsFrom.subarray(1))
  for (let item = 0; item < products; item++) visitsFrom[item + 1]! += visitsFrom[item]!
  const next = visitsFrom.slice(0, products)
  const visits = new Uint32Array(visitsFrom[products]!)
  everyVisit((item, visit) => (visits[next[item]!++] = visit))
  return { sessions, visitsFrom, visits, steps: countSteps(sessions), seen, lately }
}
