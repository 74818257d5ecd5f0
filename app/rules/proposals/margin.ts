import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'

export interface Margin {
  /** Price less cost of one piece, the mean over the products whose cost is known. */
  readonly mean: Minor
  /** Products whose cost is known, of how many. */
  readonly known: number
  readonly of: number
}

/** What selling one of the products leaves on average, each in its cheapest variant; undefined where no cost is known. */
export function marginOf(products: readonly Product[]): Margin | undefined {
  const margins = products.flatMap(({ variants }) => {
    const [cheapest] = variants.toSorted((a, b) => a.price - b.price)
    return cheapest && cheapest.cost !== null ? [cheapest.price - cheapest.cost] : []
  })
  if (margins.length === 0) return undefined
  const mean = Math.round(margins.reduce((sum, margin) => sum + margin, 0) / margins.length) as Minor
  return { mean, known: margins.length, of: products.length }
}
