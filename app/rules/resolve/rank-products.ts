import type { ProductId } from '#app/commerce/ids.ts'
import { priceOf, type Product } from '#app/commerce/product.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import type { ProductFact } from '#app/rules/conditions/kinds.ts'
import { factsIn } from '#app/rules/conditions/tree.ts'
import type { Rule, Sort } from '#app/rules/rule.ts'
import { risingOrder } from './rising-order.ts'

/** Units sold lately, by product; a product without sales is absent. */
export type Sales = ReadonlyMap<ProductId, number>

/** What the product at an index is worth to an order: the higher, the sooner it comes. Ties go to the smaller index. */
export type Score = (index: number) => number

export interface Scores {
  /** The score by which a rule's offers are ordered. For `bought-together` it orders those of which orders tell nothing. */
  of(rule: Rule): Score
  /** Whether the product at an index would be worth something else to a rule, were it this one and had sold so much. */
  wouldDiffer(rule: Rule, index: number, product: Product, sold: number): boolean
  /** Values the product at an index anew: in every score that was told and will be. */
  revise(index: number, product: Product, sold: number): void
}

/** `products` may change as long as `revise` is told. */
export function scoresOf(products: readonly Product[], sales: Sales): Scores {
  const sold = new Map(sales)
  const known = new Map<ByWorth, Float64Array>()
  const scoresBy = (sort: ByWorth) => {
    const already = known.get(sort)
    if (already) return already
    const scores = new Float64Array(products.length)
    for (const [index, product] of products.entries()) scores[index] = WORTH[sort](product, sold.get(product.id) ?? 0)
    known.set(sort, scores)
    return scores
  }
  return {
    of({ offer }) {
      if (offer.sort === 'picked') return placesIn(offer.where, products)
      const scores = scoresBy(offer.sort)
      return (index) => scores[index]!
    },
    wouldDiffer: ({ offer: { sort } }, index, product, units) => sort !== 'picked' && scoresBy(sort)[index] !== WORTH[sort](product, units),
    revise(index, product, units) {
      sold.set(product.id, units)
      for (const [sort, scores] of known) scores[index] = WORTH[sort](product, units)
    },
  }
}

function placesIn(where: Condition, products: readonly Product[]): Score {
  const places = new Map<ProductId, number>()
  for (const fact of factsIn<ProductFact>(where))
    if (fact.kind === 'product') for (const id of fact.ids) if (!places.has(id)) places.set(id, places.size)
  return (index) => -(places.get(products[index]!.id) ?? Infinity)
}

type ByWorth = Exclude<Sort, 'picked'>

const WORTH: { readonly [Sorted in ByWorth]: (product: Product, sold: number) => number } = {
  'best-selling': (_, sold) => sold,
  'bought-together': (_, sold) => sold,
  margin: marginOf,
  'lowest-price': (product) => -(priceOf(product) ?? Infinity),
  'highest-price': (product) => priceOf(product) ?? -Infinity,
  newest: ({ createdAt }) => createdAt,
}

/** The smallest that a variant brings in above its cost; of products whose cost nobody knows, less than of any other. */
function marginOf({ variants }: Product): number {
  let least = Infinity
  for (const { price, cost } of variants) if (cost !== null) least = Math.min(least, price - cost)
  return least === Infinity ? -Infinity : least
}

/** Orders two indexes by a score: below zero where the first comes first. */
export function compareBy(score: Score, a: number, b: number): number {
  const [first, second] = [score(a), score(b)]
  return first === second ? a - b : first > second ? -1 : 1
}

/** Orders indexes, which are ascending, by a score. */
export function bestFirst(ascending: Uint32Array, score: Score): Uint32Array {
  const falling = Float64Array.from(ascending, (index) => -score(index))
  return risingOrder(falling).map((place) => ascending[place]!)
}

/** Where an index stands in a list that is ordered by a score, or would. */
export function placeBy(score: Score, list: readonly number[], index: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareBy(score, list[middle]!, index) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Puts an index where a list that is ordered by a score wants it. */
export function insertBy(score: Score, list: number[], index: number): void {
  list.splice(placeBy(score, list, index), 0, index)
}
