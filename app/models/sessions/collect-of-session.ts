import { keepLargest, sortLargest } from '#app/models/candidates/keep-largest.ts'
import { claim, clear, type Workspace } from '#app/models/candidates/workspace.ts'
import { sessionColumn as column, SESSION_WIDTH } from './session-columns.ts'
import type { SessionIndex } from './session-index.ts'

/** Clicks of the visit that count, the latest; visits of each product that are compared. */
const CLICKS = 20
const COMPARED = 1_500
/** How fast earlier clicks, older visits (in days) and clicks away from what both saw count less. */
const FADES = { click: 1.5, days: 80, step: 3 }

/** Finds what may be clicked next after the products seen, oldest first; afterwards `space.best` lists slots, best first. */
export function collectOfSession(index: SessionIndex, space: Workspace, seen: readonly number[]): void {
  clear(space)
  const clicks = seen.slice(-CLICKS)
  addVisitsAlike(index, space, clicks)
  addSteps(index, space, clicks)
  pickBest(index, space, clicks)
}

/** Visits that saw the same lately (STAN, Garg et al. 2019): what they saw near the last product that both saw. */
function addVisitsAlike({ sessions, visits, visitsFrom }: SessionIndex, space: Workspace, clicks: readonly number[]): void {
  const { starts, items, at, now } = sessions
  const { x, likeness, met, alike } = space
  let known = 0
  for (let nth = clicks.length - 1; nth >= 0; nth--) {
    const item = clicks[nth]!
    if (clicks.indexOf(item, nth + 1) >= 0) continue
    const weight = Math.exp(-(clicks.length - 1 - nth) / FADES.click) + 1e-6
    const from = visitsFrom[item]!
    for (let visit = from; visit < Math.min(visitsFrom[item + 1]!, from + COMPARED); visit++) {
      const other = visits[visit]!
      if (likeness[other] === 0) met[known++] = other
      likeness[other]! += weight
    }
  }
  alike.size = 0
  for (let nth = 0; nth < known; nth++) {
    const visit = met[nth]!
    const size = starts[visit + 1]! - starts[visit]!
    keepLargest(alike, visit, (likeness[visit]! / Math.sqrt(clicks.length * size)) * Math.exp((at[visit]! - now) / FADES.days))
    likeness[visit] = 0
  }
  for (let nth = 0; nth < alike.size; nth++) {
    const visit = alike.items[nth]!
    const value = alike.values[nth]!
    let [meeting, latest] = [0, -1]
    for (let place = starts[visit]!; place < starts[visit + 1]!; place++) {
      const both = clicks.lastIndexOf(items[place]!)
      if (both >= 0 && both >= latest) [meeting, latest] = [place, both]
    }
    for (let place = starts[visit]!; place < starts[visit + 1]!; place++) {
      const slot = claim(space, items[place]!)
      if (slot < 0) continue
      const to = slot * SESSION_WIDTH
      const near = value * Math.exp(-Math.abs(place - meeting) / FADES.step)
      x[to + column.near]! += near
      x[to + column.alike]! += value
      x[to + column.visits]! += 1 / alike.size
      if (place > meeting) x[to + column.after]! += near
    }
  }
}

function addSteps({ steps, seen }: SessionIndex, space: Workspace, clicks: readonly number[]): void {
  const { x } = space
  for (let nth = clicks.length - 1; nth >= 0; nth--) {
    const item = clicks[nth]!
    if (clicks.indexOf(item, nth + 1) >= 0) continue
    const weight = Math.exp(-(clicks.length - 1 - nth) / FADES.click)
    const from = item * steps.width
    for (let at = from; at < from + steps.degree[item]!; at++) {
      const other = steps.neighbours[at]!
      const slot = claim(space, other)
      if (slot < 0) continue
      const to = slot * SESSION_WIDTH
      x[to + column.around]! += weight * (steps.forward[at]! + 0.5 * steps.backward[at]!)
      x[to + column.forward]! += weight * steps.forward[at]!
      x[to + column.cosine]! += (weight * steps.beside[at]!) / Math.sqrt((seen[item]! + 20) * (seen[other]! + 20))
      if (nth === clicks.length - 1) x[to + column.follows] = steps.forward[at]!
    }
  }
}

function pickBest({ seen, lately }: SessionIndex, space: Workspace, clicks: readonly number[]): void {
  const { x, best, items, count } = space
  const scales = [column.near, column.alike, column.after, column.around, column.forward, column.cosine].map((from) => {
    let most = 1e-9
    for (let slot = 0; slot < count; slot++) most = Math.max(most, x[slot * SESSION_WIDTH + from]!)
    return { from, most }
  })
  best.size = 0
  for (let slot = 0; slot < count; slot++) {
    const at = slot * SESSION_WIDTH
    for (let nth = 0; nth < scales.length; nth++) {
      const { from, most } = scales[nth]!
      x[at + column.relativeNear + nth] = x[at + from]! / most
    }
    const sum =
      x[at + column.relativeNear]! +
      0.3 * x[at + column.relativeAround]! +
      0.15 * x[at + column.relativeForward]! +
      0.2 * x[at + column.relativeCosine]! +
      0.1 * x[at + column.relativeAfter]!
    const base = clicks.includes(items[slot]!) ? 1.3 * sum : sum
    x[at + column.base] = base
    keepLargest(best, slot, base)
  }
  sortLargest(best)
  const last = clicks.at(-1)!
  const distinct = new Set(clicks).size
  for (let place = 0; place < best.size; place++) {
    const slot = best.items[place]!
    const item = items[slot]!
    const at = slot * SESSION_WIDTH
    const before = clicks.lastIndexOf(item)
    x[at + column.stepsAgo] = before < 0 ? Number.NaN : clicks.length - 1 - before
    x[at + column.times] = before < 0 ? 0 : clicks.filter((click) => click === item).length
    x[at + column.seen] = Math.log1p(seen[item]!)
    x[at + column.lately] = Math.log1p(lately[item]!)
    x[at + column.length] = clicks.length
    x[at + column.lastSeen] = Math.log1p(seen[last]!)
    x[at + column.distinct] = distinct
  }
}
