import type { Knowledge } from '#app/models/knowledge.ts'
import type { Query } from '#app/models/query.ts'
import { collectOfCustomer } from './collect-of-customer.ts'
import { addCounts, addWalk } from './collect-pairs.ts'
import { column, WIDTH } from './columns.ts'
import { describeBest } from './describe-best.ts'
import { pickBest } from './pick-best.ts'
import { claim, clear, exclude, type Workspace } from './workspace.ts'

/** Look-alikes that lend what they were bought with. */
const LENDERS = 20

/**
 * Finds the candidates for an query and what is known of each; afterwards `space.best` lists the most promising, best first, as
 * slots with all their columns filled.
 */
export function collectCandidates(known: Knowledge, space: Workspace, query: Query): void {
  clear(space)
  for (const item of query.given) exclude(space, item)
  addGiven(known, space, query, addWalk)
  for (const item of query.given) addLookAlikes(known, space, item)
  for (const item of known.popularity.best) claim(space, item)
  if (query.customer >= 0) collectOfCustomer(known.histories, space, query)
  addRegression(known, space, query)
  pickBest(known, space, query.customer >= 0)
  addGiven(known, space, query, addCounts)
  describeBest(known, space, query)
}

/** Lets the given products speak; for those never sold, their look-alikes, the nearer the more. */
function addGiven(known: Knowledge, space: Workspace, { given, unsold }: Query, add: typeof addWalk): void {
  const { looks } = known.facts
  for (const item of given) {
    if (!unsold) add(known, space, item, 1)
    else {
      const from = item * looks.width
      for (let at = from; at < from + Math.min(looks.degree[item]!, LENDERS); at++)
        add(known, space, looks.neighbours[at]!, looks.likeness[at]! ** 2)
    }
  }
}

function addLookAlikes({ facts: { looks } }: Knowledge, space: Workspace, item: number): void {
  const { x } = space
  const to = column
  const from = item * looks.width
  for (let at = from; at < from + looks.degree[item]!; at++) {
    const slot = claim(space, looks.neighbours[at]!)
    if (slot < 0) continue
    const row = slot * WIDTH
    const likeness = looks.likeness[at]!
    x[row + to.likeness]! += likeness
    if (likeness > x[row + to.bestLikeness]!) x[row + to.bestLikeness] = likeness
  }
}

/**
 * What the given products of the head say of each of the head. Their rows are added up from one end to the other: whoever
 * reads here and there in them waits for memory.
 */
function addRegression({ regression: { size, headOf, weights } }: Knowledge, { spoken }: Workspace, { given, unsold }: Query): void {
  spoken.fill(0)
  if (unsold) return
  const outside = size * (size - 1)
  const rows = given.map((item) => headOf[item]! * size).filter((row) => row < outside)
  // Two at a time: they are sooner read than their sum is written.
  for (let nth = 0; nth < rows.length; nth += 2) {
    const [one, other] = [rows[nth]!, rows[nth + 1] ?? outside]
    for (let head = 0; head < size; head++) spoken[head]! += weights[one + head]! + weights[other + head]!
  }
}
