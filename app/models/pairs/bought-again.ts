import type { ProductId } from '#app/commerce/ids.ts'
import type { PageLists } from '#app/models/candidates/page-lists.ts'

/** After how many days who bought a product usually buys it again; undefined where a shop's orders do not say. */
export type BoughtAgain = (product: ProductId) => number | undefined

export function boughtAgainOf({ products, again }: PageLists): BoughtAgain {
  const days = new Map<number, number>()
  for (const [index, id] of products.entries()) if (again[index]! > 0) days.set(id, again[index]!)
  return (product) => days.get(product)
}
