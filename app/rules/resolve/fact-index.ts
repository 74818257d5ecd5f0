import type { Clock } from '#app/catalog/clock.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Key } from '#app/rules/conditions/kind.ts'
import { aspectOf, productKindOf, type ProductFact } from '#app/rules/conditions/kinds.ts'
import { rankProducts, type Ranking } from './ranking.ts'

/** Finds the products of which a fact holds. */
export type FindFact = (fact: ProductFact) => ProductSet

/** The products that bear a key, by key, ascending; and those that bear any. */
interface Postings {
  readonly by: ReadonlyMap<Key, readonly number[]>
  readonly any: ProductSet
}

/** Indexes products by what facts look at; each aspect is indexed once, when a first fact asks for it. */
export function indexFacts(products: readonly Product[], clock: Clock): FindFact {
  const postings = new Map<string, Postings>()
  const rankings = new Map<string, Ranking>()
  return (fact) => {
    const kind = productKindOf(fact)
    const aspect = aspectOf(fact)
    if (kind.by === 'number') {
      const ranking = remember(rankings, aspect, () => rankProducts(products, (product) => kind.numberOf(product, fact)))
      return ranking.between(...kind.range(fact, clock))
    }
    const { by, any } = remember(postings, aspect, () => postingsOf(products, (product) => kind.keysOf(product, fact)))
    const wanted = kind.wanted(fact)
    const found = new ProductSet(products.length)
    if (wanted === undefined) return found.or(any)
    for (const key of wanted) found.addAll(by.get(key) ?? [])
    return found
  }
}

function remember<Value>(known: Map<string, Value>, name: string, make: () => Value): Value {
  const value = known.get(name) ?? make()
  known.set(name, value)
  return value
}

function postingsOf(products: readonly Product[], keysOf: (product: Product) => readonly Key[]): Postings {
  const by = new Map<Key, number[]>()
  const any = new ProductSet(products.length)
  for (const [index, product] of products.entries()) {
    const keys = keysOf(product)
    if (keys.length > 0) any.add(index)
    for (const key of keys) {
      const known = by.get(key)
      if (!known) by.set(key, [index])
      else if (known.at(-1) !== index) known.push(index)
    }
  }
  return { by, any }
}
