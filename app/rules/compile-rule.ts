import type { ProductSet } from '#app/catalog/product-set.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Key } from './conditions/kind.ts'
import { joinKindOf, type Join } from './joins/joins.ts'
import { compareBy, type Score } from './rank-products.ts'
import type { Rule } from './rule.ts'

/** A rule made ready for one catalogue. Indexes are of its products. */
export interface CompiledRule {
  readonly rule: Rule
  /** The products beside which it may offer something; whether it does can depend on the moment. */
  readonly triggers: ProductSet
  readonly score: Score
  readonly candidates: Candidates
}

/** What a rule may offer, best first: all of it, or by the keys of its first join that goes by keys. */
export type Candidates =
  | { readonly kind: 'all'; readonly indexes: readonly number[]; readonly checked: readonly Join[] }
  | {
      readonly kind: 'tied'
      readonly join: Join
      readonly by: ReadonlyMap<Key, readonly number[]>
      /** Joins that each candidate is still held against. */
      readonly checked: readonly Join[]
    }

/** `allowed` is what the rule may offer, in whatever order. */
export function compileRule(
  rule: Rule,
  triggers: ProductSet,
  allowed: Iterable<number>,
  products: readonly Product[],
  score: Score,
): CompiledRule {
  const indexes = [...allowed].sort((a, b) => compareBy(score, a, b))
  const join = rule.offer.joins.find((one) => joinKindOf(one).by === 'keys')
  const checked = rule.offer.joins.filter((one) => one !== join)
  const candidates: Candidates = join
    ? { kind: 'tied', join, by: byKey(join, indexes, products), checked }
    : { kind: 'all', indexes, checked }
  return { rule, triggers, score, candidates }
}

function byKey(join: Join, indexes: readonly number[], products: readonly Product[]): Map<Key, number[]> {
  const kind = joinKindOf(join)
  const by = new Map<Key, number[]>()
  if (kind.by !== 'keys') return by
  for (const index of indexes) {
    for (const key of new Set(kind.ofOffered(products[index]!, join))) {
      const known = by.get(key)
      if (known) known.push(index)
      else by.set(key, [index])
    }
  }
  return by
}
