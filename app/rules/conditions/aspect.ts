import type { Product } from '#app/commerce/product.ts'
import { aspectOf, productKindOf, type ProductFact } from './kinds.ts'

/** What facts look at of a product; `name` is the same for those that look at the same. */
export interface Aspect {
  readonly name: string
  readonly fact: ProductFact
}

/** What the facts look at, each once. */
export function aspectsOf(facts: readonly ProductFact[]): Aspect[] {
  return [...new Map(facts.map((fact) => [aspectOf(fact), fact]))].map(([name, fact]) => ({ name, fact }))
}

/** Tells in which aspects two states of a product differ. */
export function differingIn(before: Product, after: Product): (aspect: Aspect) => boolean {
  const known = new Map<string, boolean>()
  return ({ name, fact }) => {
    let differs = known.get(name)
    if (differs === undefined) known.set(name, (differs = !looksSame(fact, before, after)))
    return differs
  }
}

function looksSame(fact: ProductFact, before: Product, after: Product): boolean {
  const kind = productKindOf(fact)
  if (kind.by === 'number') return kind.numberOf(before, fact) === kind.numberOf(after, fact)
  const [one, other] = [kind.keysOf(before, fact), kind.keysOf(after, fact)]
  return one.length === other.length && one.every((key, at) => key === other[at])
}
