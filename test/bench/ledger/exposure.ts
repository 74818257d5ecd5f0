import type { ProductId } from '#app/commerce/ids.ts'
import type { VisitId } from '#app/commerce/visit.ts'

/** Each of a visitor's exposures is another product of another rule. */
export const EXPOSURES_A_VISITOR = 4
export const RULES = 50

export const visitOf = (nth: number): VisitId => nth.toString(16).padStart(32, '0') as VisitId

/** The page on which exposures `from` to `from + EXPOSURES_A_VISITOR - 1` were told of, all of one visitor. */
export function pageOf(from: number) {
  const visitor = Math.floor(from / EXPOSURES_A_VISITOR)
  return {
    visit: visitOf(visitor),
    offers: Array.from({ length: EXPOSURES_A_VISITOR }, (_, at) => {
      const product = 1 + ((visitor + at * 13) % RULES)
      return { product: product as ProductId, soldBy: `product-page/rule/r${product}` }
    }),
  }
}
