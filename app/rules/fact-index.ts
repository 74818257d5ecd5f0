import type { Clock } from '#app/catalog/clock.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Key } from './conditions/kind.ts'
import { productKindOf, type ProductFact } from './conditions/kinds.ts'

/** Finds the products of which a fact holds. */
export type FindFact = (fact: ProductFact) => ProductSet

/** The products that bear a key, by key, ascending; and those that bear any. */
interface Postings {
  readonly by: ReadonlyMap<Key, readonly number[]>
  readonly any: readonly number[]
}

/** Numbers in rising order, and whose each is. */
interface Ranked {
  readonly numbers: Float64Array
  readonly of: Uint32Array
}

/** Indexes products by what facts look at; each aspect is indexed once, when a first fact asks for it. */
export function indexFacts(products: readonly Product[], clock: Clock): FindFact {
  const postings = new Map<string, Postings>()
  const ranked = new Map<string, Ranked>()
  return (fact) => {
    const kind = productKindOf(fact)
    const aspect = kind.aspect?.(fact) ?? fact.kind
    const found = new ProductSet(products.length)
    if (kind.by === 'keys') {
      const { by, any } = remember(postings, aspect, () => postingsOf(products, (product) => kind.keysOf(product, fact)))
      const wanted = kind.wanted(fact)
      if (wanted === undefined) found.addAll(any)
      else for (const key of wanted) found.addAll(by.get(key) ?? [])
    } else {
      const { numbers, of } = remember(ranked, aspect, () => rank(products, (product) => kind.numberOf(product, fact)))
      const [low, high] = kind.range(fact, clock)
      found.addAll(of.subarray(firstAtLeast(numbers, low), firstAbove(numbers, high)))
    }
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
  const any: number[] = []
  for (const [index, product] of products.entries()) {
    const keys = keysOf(product)
    if (keys.length > 0) any.push(index)
    for (const key of keys) {
      const known = by.get(key)
      if (!known) by.set(key, [index])
      else if (known.at(-1) !== index) known.push(index)
    }
  }
  return { by, any }
}

function rank(products: readonly Product[], numberOf: (product: Product) => number | undefined): Ranked {
  const numbers = Float64Array.from(products, (product) => numberOf(product) ?? NaN)
  // Infinite numbers subtract to none, so they are compared rather than subtracted.
  const of = Uint32Array.from(products.keys())
    .filter((index) => !Number.isNaN(numbers[index]))
    .sort((a, b) => (numbers[a]! < numbers[b]! ? -1 : numbers[a]! > numbers[b]! ? 1 : a - b))
  return { numbers: Float64Array.from(of, (index) => numbers[index]!), of }
}

function firstAtLeast(rising: Float64Array, bound: number): number {
  return firstWhere(rising, (number) => number >= bound)
}

function firstAbove(rising: Float64Array, bound: number): number {
  return firstWhere(rising, (number) => number > bound)
}

/** Where numbers that are true of `isThere` begin; the length where none is. */
function firstWhere(rising: Float64Array, isThere: (number: number) => boolean): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isThere(rising[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
