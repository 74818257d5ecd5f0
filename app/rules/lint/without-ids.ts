import type { Fact, ProductFact } from '#app/rules/conditions/kinds.ts'
import { isGroup, type Tree } from '#app/rules/conditions/tree.ts'

/** Whether a product or a collection is to stay in a condition that names it. */
export type Stays = (kind: 'product' | 'collection', id: number) => boolean

const NEVER = { kind: 'any', of: [] } as const
const ALWAYS = { kind: 'all', of: [] } as const

/** The condition without the products and collections that do not stay: it holds of what it held of, but for these. */
export function withoutIds<Of extends Fact = ProductFact>(condition: Tree<Of>, stays: Stays): Tree<Of> {
  return pruned(condition as Tree<Fact>, stays) as Tree<Of>
}

function pruned(condition: Tree<Fact>, stays: Stays): Tree<Fact> {
  if (!isGroup(condition)) return prunedFact(condition, stays)
  const isNever = (part: Tree<Fact>) => part.kind === 'any' && part.of.length === 0
  if (condition.kind === 'not') {
    const of = pruned(condition.of, stays)
    return isNever(of) ? ALWAYS : { kind: 'not', of }
  }
  const of = condition.of.map((part) => pruned(part, stays))
  if (condition.kind === 'all') return of.some(isNever) ? NEVER : { kind: 'all', of }
  return { kind: 'any', of: of.filter((part) => !isNever(part)) }
}

function prunedFact(fact: Fact, stays: Stays): Tree<Fact> {
  if (fact.kind === 'product') {
    const ids = fact.ids.filter((id) => stays('product', id))
    return ids.length === 0 ? NEVER : { ...fact, ids }
  }
  if (fact.kind === 'collection') {
    const ids = fact.ids.filter((id) => stays('collection', id))
    return ids.length === 0 ? NEVER : { ...fact, ids }
  }
  return fact
}
