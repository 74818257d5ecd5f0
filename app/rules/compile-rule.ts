import type { ProductSet } from '#app/catalog/product-set.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Key } from './conditions/kind.ts'
import { isMomentFact, type Fact } from './conditions/kinds.ts'
import { factsIn } from './conditions/tree.ts'
import { joinKindOf, type Join } from './joins/joins.ts'
import { keysOfOffered } from './joins/tie-to.ts'
import type { NeedMet } from './need.ts'
import { compareBy, type Score } from './rank-products.ts'
import type { Rule } from './rule.ts'

export interface Offered {
  readonly index: number
  /** How it meets the trigger's need; null where one piece is offered. */
  readonly need: NeedMet | null
}

/** A rule made ready for one catalogue. Indexes are of its products. */
export interface CompiledRule {
  readonly rule: Rule
  /** The products beside which it may offer something; whether it does can depend on the moment. */
  readonly triggers: ProductSet
  /** False where being a trigger is all that the rule asks. */
  readonly asksMoment: boolean
  readonly score: Score
  /** What it may offer, best first. */
  readonly candidates: number[]
  /** The same by the keys of the first join that goes by keys, best first; null where none does. */
  readonly tied: { readonly join: Join; readonly by: Map<Key, number[]> } | null
  /** What was found already, by what a trigger asked. */
  readonly kept: Map<string, readonly Offered[]>
}

/** `allowed` is what the rule may offer, in whatever order. */
export function compileRule(
  rule: Rule,
  triggers: ProductSet,
  allowed: ArrayLike<number>,
  products: readonly Product[],
  score: Score,
): CompiledRule {
  const candidates = Array.from(allowed).sort((a, b) => compareBy(score, a, b))
  const join = rule.offer.joins.find((one) => joinKindOf(one).by === 'keys')
  const tied = join ? { join, by: byKey(join, candidates, products) } : null
  const asksMoment = factsIn<Fact>(rule.when).some(isMomentFact)
  return { rule, triggers, asksMoment, score, candidates: tied ? [] : candidates, tied, kept: new Map() }
}

/** Takes a candidate out of the order, which it has by this product and the present score. */
export function takeOut(index: number, product: Product, { candidates, tied }: CompiledRule): void {
  const lists = tied ? keysOfOffered(tied.join, product).flatMap((key) => [tied.by.get(key) ?? []]) : [candidates]
  for (const list of lists) {
    const at = list.indexOf(index)
    if (at !== -1) list.splice(at, 1)
  }
}

/** Puts a product among the candidates, where its score wants it. */
export function putIn(index: number, product: Product, { candidates, tied, score }: CompiledRule): void {
  if (!tied) return insert(index, candidates, score)
  for (const key of keysOfOffered(tied.join, product)) {
    const list = tied.by.get(key) ?? []
    insert(index, list, score)
    tied.by.set(key, list)
  }
}

function insert(index: number, list: number[], score: Score): void {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareBy(score, list[middle]!, index) < 0) low = middle + 1
    else high = middle
  }
  list.splice(low, 0, index)
}

function byKey(join: Join, indexes: readonly number[], products: readonly Product[]): Map<Key, number[]> {
  const by = new Map<Key, number[]>()
  for (const index of indexes) {
    for (const key of keysOfOffered(join, products[index]!)) {
      const known = by.get(key)
      if (known) known.push(index)
      else by.set(key, [index])
    }
  }
  return by
}
