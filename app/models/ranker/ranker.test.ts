import fc from 'fast-check'
import { expect, it } from 'vitest'
import { column, WIDTH } from '#app/models/candidates/columns.ts'
import { claim, clear, makeWorkspace, slotOf } from '#app/models/candidates/workspace.ts'
import { LEAF, type Tree } from '#app/models/trees/grow-tree.ts'
import { asRanker, order, scoreOf } from './ranker.ts'

const PRODUCTS = 90

/** A tree that asks one thing of the walk. */
const stump = (threshold: number, below: number, above: number): Tree => ({
  columnOf: [column.walk, LEAF, LEAF],
  threshold: [threshold, below, above],
  low: [1, 0, 0],
})

const half = fc.integer({ min: -8, max: 8 }).map((value) => value / 2)
const manyTrees = fc.array(fc.tuple(half, half, half), { minLength: 20, maxLength: 40 })

function gathered(walks: readonly number[]) {
  const space = makeWorkspace({ products: PRODUCTS, others: 0, head: 0, candidates: PRODUCTS, alike: 1, width: WIDTH })
  clear(space)
  for (const [item, walk] of walks.entries()) {
    const slot = claim(space, PRODUCTS - 1 - item)
    space.x[slot * WIDTH + column.walk] = walk
    space.best.items[item] = slot
  }
  space.best.size = walks.length
  return space
}

it('ranks few candidates by all trees, each of them once', () => {
  fc.assert(
    fc.property(manyTrees, fc.array(half, { maxLength: 30 }), (stumps, walks) => {
      const ranker = asRanker(stumps.map((stump_) => stump(...stump_)))
      const space = orderedBy(ranker, walks)
      const { ranked, x } = space
      const items = [...ranked.items.subarray(0, ranked.size)]
      expect(items.toSorted((a, b) => a - b)).toEqual(walks.map((_, item) => PRODUCTS - walks.length + item))
      const scores = items.map((item) => scoreOf(ranker, x, slotOf(space, item) * WIDTH))
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      expect([...ranked.values.subarray(0, ranked.size)]).toEqual(scores)
    }),
  )
})

it('asks all trees about those alone that the first trees put first', () => {
  const first = Array.from({ length: 8 }, (_, nth) => stump(nth * 10, 0, 1))
  const walks = Array.from({ length: PRODUCTS }, (_, item) => item)
  const { ranked } = orderedBy(asRanker([...first, stump(70, 100, 0)]), walks)
  const items = [...ranked.items.subarray(0, PRODUCTS)].map((item) => PRODUCTS - 1 - item)
  // The first trees put 19 above 70, then ten above 60, then three of those above 50: thirteen hear the last tree's praise.
  expect(items.slice(0, 13).every((walk) => walk > 50 && walk <= 70)).toBe(true)
  expect(items.slice(13, 32).every((walk) => walk > 70)).toBe(true)
  expect(new Set(items).size).toBe(PRODUCTS)
})

function orderedBy(ranker: ReturnType<typeof asRanker>, walks: readonly number[]) {
  const space = gathered(walks)
  order(ranker, space)
  return space
}
