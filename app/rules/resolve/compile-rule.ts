import type { ProductSet } from '#app/catalog/product-set.ts'
import type { Product } from '#app/commerce/product.ts'
import { aspectsOf, type Aspect } from '#app/rules/conditions/aspect.ts'
import type { Key } from '#app/rules/conditions/kind.ts'
import { isMomentFact, type Fact, type ProductFact } from '#app/rules/conditions/kinds.ts'
import { factsIn } from '#app/rules/conditions/tree.ts'
import { joinKindOf, type Join } from '#app/rules/joins/joins.ts'
import { keysOfOffered } from '#app/rules/joins/tie-to.ts'
import type { Rule } from '#app/rules/rule.ts'
import { guardForAny, type Guard } from './guard.ts'
import type { Answer, OfferQuery } from './offer-query.ts'
import { bestFirst, insertBy, placeBy, type Score } from './rank-products.ts'

/** A rule made ready for one catalogue. Indexes are of its products. */
export interface CompiledRule {
  readonly rule: Rule
  /** The products beside which it may offer something; whether it does can depend on the moment. */
  readonly triggers: ProductSet
  /** What it asks of the moment beside each of them; undefined where that depends on the product. */
  readonly guard: Guard | undefined
  /** What it looks at of a product to tell whether it is a trigger, and whether it may be offered. */
  readonly looksAt: { readonly ofTriggers: readonly Aspect[]; readonly ofOffered: readonly Aspect[] }
  readonly score: Score
  /** What it may offer, best first. */
  readonly candidates: number[]
  /** The same by the keys of the first join that goes by keys, best first; null where none does. `at` is the place of that join. */
  readonly tied: { readonly join: Join; readonly at: number; readonly by: Map<Key, number[]> } | null
  /** What was found already: its number, counted from 1, by the name of what a trigger asked; and each by that number. */
  readonly kept: Map<OfferQuery['name'], number>
  readonly answers: Answer[]
}

/** `allowed` is what the rule may offer, ascending. */
export function compileRule(
  rule: Rule,
  triggers: ProductSet,
  allowed: Uint32Array,
  products: readonly Product[],
  score: Score,
): CompiledRule {
  const { joins, where, except } = rule.offer
  const candidates = Array.from(bestFirst(allowed, score))
  const at = joins.findIndex((one) => joinKindOf(one).by === 'keys')
  const join = joins[at]
  const tied = join ? { join, at, by: byKey(join, candidates, products) } : null
  const asked = factsIn<Fact>(rule.when)
  const looksAt = {
    ofTriggers: aspectsOf(asked.filter((fact) => !isMomentFact(fact))),
    ofOffered: aspectsOf([...factsIn<ProductFact>(where), ...(except ? factsIn<ProductFact>(except) : [])]),
  }
  const guard = guardForAny(rule.when)
  return { rule, triggers, guard, looksAt, score, candidates: tied ? [] : candidates, tied, kept: new Map(), answers: [] }
}

/** Takes a candidate out of the order, which it has by this product and the present score. */
export function takeOut(index: number, product: Product, { candidates, tied, score }: CompiledRule): void {
  const lists = tied ? keysOfOffered(tied.join, product).flatMap((key) => [tied.by.get(key) ?? []]) : [candidates]
  for (const list of lists) {
    const at = placeBy(score, list, index)
    if (list[at] === index) list.splice(at, 1)
  }
}

/** Puts a product among the candidates, where its score wants it. */
export function putIn(index: number, product: Product, { candidates, tied, score }: CompiledRule): void {
  if (!tied) return insertBy(score, candidates, index)
  for (const key of keysOfOffered(tied.join, product)) {
    const list = tied.by.get(key) ?? []
    insertBy(score, list, index)
    tied.by.set(key, list)
  }
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
