import { keepLargest, sortLargest } from '#app/models/candidates/keep-largest.ts'
import { makeWorkspace, type Workspace } from '#app/models/candidates/workspace.ts'
import type { Examples } from '#app/models/ranker/examples.ts'
import { boost } from '#app/models/trees/boost.ts'
import { scoreRow, type Trees } from '#app/models/trees/trees.ts'
import { sliceSessions, type Sessions } from '#app/signals/sessions.ts'
import { collectOfSession } from './collect-of-session.ts'
import { sessionColumn, SESSION_WIDTH } from './session-columns.ts'
import { indexSessions, type SessionIndex } from './session-index.ts'

/** What a shop's visits teach about the next click. */
export interface SessionModels {
  readonly index: SessionIndex
  /** Null where too few visits came in the end to learn an order from. */
  readonly trees: Trees | null
}

/** The last visits, which the models are asked about. */
const SHARE = 12
const QUESTIONS = 9_000
const FEWEST = 300
const CANDIDATES = 80
const ALIKE = 500
const SHAPE = { trees: 120, rate: 0.1, leaves: 16, fewest: 20, doubt: 5 }

export function trainSessions(sessions: Sessions): SessionModels {
  const count = sessions.starts.length - 1
  const cut = count - Math.floor(count / SHARE)
  const then = indexSessions(sliceSessions(sessions, 0, cut))
  const examples = askVisits(then, sliceSessions(sessions, cut, count))
  return {
    index: indexSessions(sessions),
    trees: examples.starts.length - 1 < FEWEST ? null : boost(examples, SHAPE),
  }
}

export function makeSessionSpace({ sessions }: SessionIndex): Workspace {
  return makeWorkspace({
    products: sessions.products,
    others: sessions.at.length,
    head: 0,
    candidates: CANDIDATES,
    alike: ALIKE,
    width: SESSION_WIDTH,
  })
}

/** Answers what is clicked next: afterwards `space.ranked` holds products and scores, best first. */
export function rankNext({ index, trees }: SessionModels, space: Workspace, seen: readonly number[]): void {
  collectOfSession(index, space, seen)
  const { best, ranked, items, x } = space
  ranked.size = 0
  for (let place = 0; place < best.size; place++) {
    const slot = best.items[place]!
    const at = slot * SESSION_WIDTH
    keepLargest(ranked, items[slot]!, trees ? scoreRow(trees, x, at) : x[at + sessionColumn.base]!)
  }
  sortLargest(ranked)
}

/** Every click of the visits that followed another, asked of what was known before; evenly spread where there are more. */
function askVisits(index: SessionIndex, { starts, items }: Sessions): Examples {
  const places: { readonly from: number; readonly place: number }[] = []
  for (let visit = 0; visit + 1 < starts.length; visit++) {
    for (let place = starts[visit]! + 1; place < starts[visit + 1]!; place++) places.push({ from: starts[visit]!, place })
  }
  const stride = Math.max(1, places.length / QUESTIONS)
  const space = makeSessionSpace(index)
  const room = Math.min(places.length, QUESTIONS) * CANDIDATES
  const x = new Float32Array(room * SESSION_WIDTH)
  const hits = new Uint8Array(room)
  const begins = [0]
  for (let nth = 0; Math.floor(nth) < places.length; nth += stride) {
    const { from, place } = places[Math.floor(nth)]!
    collectOfSession(index, space, [...items.subarray(from, place)])
    const start = begins.at(-1)!
    let found = false
    for (let at = 0; at < space.best.size; at++) {
      const slot = space.best.items[at]!
      const hit = space.items[slot] === items[place]
      x.set(space.x.subarray(slot * SESSION_WIDTH, slot * SESSION_WIDTH + SESSION_WIDTH), (start + at) * SESSION_WIDTH)
      hits[start + at] = hit ? 1 : 0
      found ||= hit
    }
    if (found) begins.push(start + space.best.size)
  }
  const rows = begins.at(-1)!
  return {
    width: SESSION_WIDTH,
    starts: Uint32Array.from(begins),
    x: x.subarray(0, rows * SESSION_WIDTH),
    labels: hits.subarray(0, rows),
    relevant: new Uint32Array(begins.length - 1).fill(1),
  }
}
