import { addWalk } from '#app/models/candidates/collect-pairs.ts'
import { column } from '#app/models/candidates/columns.ts'
import { keepLargest, sortLargest } from '#app/models/candidates/keep-largest.ts'
import type { LookAlikes } from '#app/models/candidates/look-alikes.ts'
import { clear, slotOf, type Workspace } from '#app/models/candidates/workspace.ts'
import type { Knowledge } from '#app/models/knowledge.ts'

/** Look-alikes that speak for a product, and how much it counts to resemble what is given rather than what goes with it. */
const SPEAKERS = 20
const RESEMBLANCE = 0.5

/**
 * Ranks the `count` products that were never sold (those after the log's) beside what is given: by what their look-alikes in
 * `looks` were bought with, and by their own likeness to it. Afterwards `space.ranked` holds them and scores, best first.
 */
export function rankUnsold(known: Knowledge, looks: LookAlikes, space: Workspace, count: number, given: readonly number[]): void {
  clear(space)
  for (const item of given) addWalk(known, space, item, 1)
  const { x, width, ranked } = space
  const sold = known.popularity.ever.length
  let [mostBought, mostAlike] = [1e-9, 1e-9]
  const borrowed = (item: number): number => {
    let [sum, say] = [0, 1e-9]
    for (let nth = 0; nth < Math.min(looks.degree[item]!, SPEAKERS); nth++) {
      const at = item * looks.width + nth
      const other = looks.neighbours[at]!
      const weight = looks.likeness[at]! ** 2
      say += weight
      const slot = slotOf(space, other)
      if (slot >= 0) sum += weight * x[slot * width + column.walk]!
    }
    // Who resembles many is not bought with more for it.
    return sum / Math.sqrt(say)
  }
  const alike = (item: number): number => {
    let sum = 0
    for (let nth = 0; nth < looks.degree[item]!; nth++) {
      if (given.includes(looks.neighbours[item * looks.width + nth]!)) sum += looks.likeness[item * looks.width + nth]!
    }
    return sum
  }
  for (let item = sold; item < sold + count; item++) {
    mostBought = Math.max(mostBought, borrowed(item))
    mostAlike = Math.max(mostAlike, alike(item))
  }
  ranked.size = 0
  for (let item = sold; item < sold + count; item++)
    keepLargest(ranked, item, borrowed(item) / mostBought + (RESEMBLANCE * alike(item)) / mostAlike)
  sortLargest(ranked)
}
