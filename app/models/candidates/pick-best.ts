import type { Knowledge } from '#app/models/knowledge.ts'
import { column, WIDTH } from './columns.ts'
import { bringLargest } from './keep-largest.ts'
import type { Workspace } from './workspace.ts'

/**
 * A plain sum of models decides who is looked at closely, not who wins. Afterwards `space.best` lists them, in no order, and
 * what the models that found them say of each stands beside the most that is said of anybody.
 */
export function pickBest({ damped, lately, regression: { headOf } }: Knowledge, space: Workspace, isKnown: boolean): void {
  const { x, count, items, best, isBest, offered, spoken } = space
  const to = column
  // The most that each model says of anybody.
  let [walk, dampedWalk, regression, likeness] = [1e-9, 1e-9, 1e-9, 1e-9]
  for (let slot = 0; slot < count; slot++) {
    const at = slot * WIDTH
    const item = items[slot]!
    const walked = x[at + to.walk]!
    const dampedTo = walked * damped[item]!
    const said = spoken[headOf[item]!]!
    x[at + to.dampedWalk] = dampedTo
    x[at + to.regression] = said
    offered.items[slot] = slot
    offered.values[slot] = 0.3 * lately[item]!
    if (walked > walk) walk = walked
    if (dampedTo > dampedWalk) dampedWalk = dampedTo
    if (said > regression) regression = said
    if (x[at + to.likeness]! > likeness) likeness = x[at + to.likeness]!
  }
  const [often, taste, alike] = isKnown
    ? [largest(space, to.often), largest(space, to.taste), largest(space, to.alike)]
    : [Infinity, Infinity, Infinity]
  const [perWalk, perDamped, perRegression, perLikeness] = [1 / walk, 1 / dampedWalk, 1 / regression, 1 / likeness]
  const [perOften, perTaste, perAlike] = [1 / often, 1 / taste, 1 / alike]
  for (let slot = 0; slot < count; slot++) {
    const at = slot * WIDTH
    let base =
      offered.values[slot]! +
      x[at + to.dampedWalk]! * perDamped +
      x[at + to.regression]! * perRegression +
      0.5 * x[at + to.walk]! * perWalk +
      0.3 * x[at + to.likeness]! * perLikeness
    if (isKnown) base += x[at + to.often]! * perOften + 0.3 * x[at + to.taste]! * perTaste + 0.5 * x[at + to.alike]! * perAlike
    offered.values[slot] = base
  }
  offered.size = count
  best.size = Math.min(count, best.items.length)
  bringLargest(offered, best.size)
  best.items.set(offered.items.subarray(0, best.size))
  isBest.fill(0, 0, count)
  for (let place = 0; place < best.size; place++) {
    const slot = best.items[place]!
    const at = slot * WIDTH
    isBest[slot] = 1
    x[at + to.base] = offered.values[place]!
    x[at + to.relativeDampedWalk] = x[at + to.dampedWalk]! * perDamped
    x[at + to.relativeWalk] = x[at + to.walk]! * perWalk
    x[at + to.relativeRegression] = x[at + to.regression]! * perRegression
    x[at + to.relativeOften] = x[at + to.often]! * perOften
    x[at + to.relativeTaste] = x[at + to.taste]! * perTaste
    x[at + to.relativeAlike] = x[at + to.alike]! * perAlike
  }
}

function largest({ count, x }: Workspace, at: number): number {
  let most = 1e-9
  for (let slot = 0; slot < count; slot++) if (x[slot * WIDTH + at]! > most) most = x[slot * WIDTH + at]!
  return most
}
