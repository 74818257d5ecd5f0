import type { Knowledge } from '#app/models/knowledge.ts'
import { column, WIDTH } from './columns.ts'
import { claim, slotOf, type Workspace } from './workspace.ts'

/** Makes candidates of those that a product was bought with: the walk from it to each, counting `share` of it. */
export function addWalk({ pairs, perMass }: Knowledge, space: Workspace, item: number, share: number): void {
  const { x } = space
  const { neighbours, weight } = pairs
  const { walk } = column
  const scale = share * perMass[item]!
  const from = item * pairs.width
  for (let at = from; at < from + pairs.degree[item]!; at++) {
    const slot = claim(space, neighbours[at]!)
    if (slot >= 0) x[slot * WIDTH + walk]! += weight[at]! * scale
  }
}

/** Adds what else the pairs say of the best among them. */
export function addCounts(known: Knowledge, space: Workspace, item: number, share: number): void {
  const { pairs, surprise, perMass, perRoot, perFashion } = known
  const { x, isBest } = space
  const { neighbours, weight, fashion, together } = pairs
  const to = column
  const [mass, root, lately] = [share * perMass[item]!, share * perRoot[item]!, share * perFashion[item]!]
  const from = item * pairs.width
  for (let at = from; at < from + pairs.degree[item]!; at++) {
    const other = neighbours[at]!
    const slot = slotOf(space, other)
    if (slot < 0 || isBest[slot] === 0) continue
    const row = slot * WIDTH
    const walk = weight[at]! * mass
    const cosine = together[at]! * root * perRoot[other]!
    x[row + to.cosine]! += cosine
    x[row + to.surprise]! += share * surprise[at]!
    x[row + to.fashion]! += fashion[at]! * lately
    x[row + to.together]! += share * together[at]!
    x[row + to.reached]! += share
    if (walk > x[row + to.bestWalk]!) x[row + to.bestWalk] = walk
    if (cosine > x[row + to.bestCosine]!) x[row + to.bestCosine] = cosine
  }
}
