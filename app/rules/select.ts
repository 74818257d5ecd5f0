import type { Catalog } from '#app/catalog/catalog.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import { kindOf, type Fact } from './conditions/kinds.ts'
import type { Condition } from './conditions/condition.ts'

/** Finds the products of which a condition holds. Facts that recur are looked up once. */
export type Select = (condition: Condition) => ProductSet

export function selectFrom(catalog: Catalog): Select {
  const size = catalog.products.length
  const everything = new ProductSet(size).complement()
  const seen = new Map<string, ProductSet>()

  function factSet(fact: Fact): ProductSet {
    const key = JSON.stringify(fact)
    const known = seen.get(key)
    if (known) return known
    const found = new ProductSet(size)
    const kind = kindOf(fact)
    for (const [index, product] of catalog.products.entries()) if (kind.check(product, fact)) found.add(index)
    seen.set(key, found)
    return found
  }

  const select: Select = (condition) => {
    switch (condition.kind) {
      case 'all':
        return condition.of.map(select).reduce((both, set) => both.and(set), everything)
      case 'any':
        return condition.of.map(select).reduce((any, set) => any.or(set), new ProductSet(size))
      case 'not':
        return select(condition.of).complement()
      default:
        return factSet(condition)
    }
  }
  return select
}
