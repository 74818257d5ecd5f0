import type { Product } from '#app/commerce/product.ts'
import type { Key } from '#app/rules/conditions/kind.ts'
import type { Join } from './joins.ts'
import { givenTo } from './tie-to.ts'

/** Which products give a key to a join that goes by keys. */
export interface Givers {
  of(join: Join, key: Key): readonly number[]
  /** Indexes what products give to a join. Where nobody did, the first who asks does. */
  learn(join: Join): void
  /** Takes up that the product at an index has become another. */
  revise(index: number, before: Product, after: Product): void
}

/** `products` may change as long as `revise` is told. */
export function indexGivers(products: readonly Product[]): Givers {
  const known = new Map<string, { readonly join: Join; readonly by: Map<Key, number[]> }>()

  const indexed = (join: Join) => {
    const name = JSON.stringify(join)
    const already = known.get(name)
    if (already) return already.by
    const by = new Map<Key, number[]>()
    for (const [at, product] of products.entries()) for (const key of keysGiven(join, product)) add(at, key, by)
    known.set(name, { join, by })
    return by
  }
  return {
    of: (join, key) => indexed(join).get(key) ?? [],
    learn: (join) => void indexed(join),
    revise(at, before, after) {
      for (const { join, by } of known.values()) {
        const [were, are] = [keysGiven(join, before), keysGiven(join, after)]
        for (const key of were) if (!are.has(key)) by.set(key, by.get(key)?.filter((giver) => giver !== at) ?? [])
        for (const key of are) if (!were.has(key)) add(at, key, by)
      }
    },
  }
}

function add(giver: number, key: Key, by: Map<Key, number[]>): void {
  const givers = by.get(key)
  if (givers) givers.push(giver)
  else by.set(key, [giver])
}

/** Each once. */
function keysGiven(join: Join, product: Product): ReadonlySet<Key> {
  const given = givenTo(join, product)
  return new Set(typeof given === 'object' ? given : [])
}
