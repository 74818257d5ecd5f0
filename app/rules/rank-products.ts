import type { ProductId } from '#app/commerce/ids.ts'
import { priceOf, type Product } from '#app/commerce/product.ts'
import type { Condition } from './conditions/condition.ts'
import type { ProductFact } from './conditions/kinds.ts'
import { factsIn } from './conditions/tree.ts'
import type { Rule, Sort } from './rule.ts'

/** Units sold lately, by product; a product without sales is absent. */
export type Sales = ReadonlyMap<ProductId, number>

/** What the product at an index is worth to an order: the higher, the sooner it comes. Ties go to the smaller index. */
export type Score = (index: number) => number

/** Tells the score by which a rule's offers are ordered. For `bought-together` it orders those of which orders tell nothing. */
export function scoresOf(products: readonly Product[], sales: Sales): (rule: Rule) => Score {
  const known = new Map<Sort, Float64Array>()
  return ({ offer }) => {
    if (offer.sort === 'picked') return placesIn(offer.where, products)
    const worth = WORTH[offer.sort]
    const scores = known.get(offer.sort) ?? Float64Array.from(products, (product) => worth(product, sales))
    known.set(offer.sort, scores)
    return (index) => scores[index]!
  }
}

function placesIn(where: Condition, products: readonly Product[]): Score {
  const places = new Map<ProductId, number>()
  for (const fact of factsIn<ProductFact>(where))
    if (fact.kind === 'product') for (const id of fact.ids) if (!places.has(id)) places.set(id, places.size)
  return (index) => -(places.get(products[index]!.id) ?? Infinity)
}

const sold = ({ id }: Product, sales: Sales) => sales.get(id) ?? 0

const WORTH: { readonly [Sorted in Exclude<Sort, 'picked'>]: (product: Product, sales: Sales) => number } = {
  'best-selling': sold,
  'bought-together': sold,
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
