import type { Product } from '#app/commerce/product.ts'
import type { Key } from '#app/rules/conditions/kind.ts'
import type { Join } from './joins.ts'
import { givenTo } from './tie-to.ts'

/** Which products give a key to a join that goes by keys. */
export interface Givers {
  of(join: Join, key: Key): Iterable<number>
  /** Takes up that the product at an index has become another. */
  revise(index: number, before: Product, after: Product): void
}

/** Each join is indexed once, when it is first asked for. `products` may change as long as `revise` is told. */
export function indexGivers(products: readonly Product[]): Givers {
  const known = new Map<string, { readonly join: Join; readonly by: Map<Key, Set<number>> }>()

  const index = (join: Join) => {
    const by = new Map<Key, Set<number>>()
    for (const [at, product] of products.entries()) add(at, product, join, by)
    return { join, by }
  }
  return {
    of(join, key) {
      const name = JSON.stringify(join)
      const { by } = known.get(name) ?? index(join)
      if (!known.has(name)) known.set(name, { join, by })
      return by.get(key) ?? []
    },
    revise(at, before, after) {
      for (const { join, by } of known.values()) {
        for (const key of keysGiven(join, before)) by.get(key)?.delete(at)
        add(at, after, join, by)
      }
    },
  }
}

function add(at: number, product: Product, join: Join, by: Map<Key, Set<number>>): void {
  for (const key of keysGiven(join, product)) {
    const givers = by.get(key) ?? new Set()
    by.set(key, givers.add(at))
  }
}

function keysGiven(join: Join, product: Product): readonly Key[] {
  const given = givenTo(join, product)
  return typeof given === 'object' ? given : []
}
