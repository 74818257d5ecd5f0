import type { Product } from '#app/commerce/product.ts'
import { foldValue } from './conditions/kind.ts'

/** The values that products have in each metafield, as they are compared, by its name. */
export function valuesByName(products: Iterable<Product>): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>()
  for (const { metafields } of products) {
    for (const { name, values: own } of metafields) {
      const known = values.get(name) ?? new Set<string>()
      for (const value of own) known.add(foldValue(value))
      values.set(name, known)
    }
  }
  return values
}
