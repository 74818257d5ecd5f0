import { metafieldOf } from '#app/commerce/metafield.ts'
import type { Product } from '#app/commerce/product.ts'
import { foldValue } from '#app/rules/conditions/kind.ts'
import type { NeedMet } from '#app/rules/need.ts'
import type { Barrier } from '#app/rules/never-together.ts'
import { answerTo, choose } from './answer.ts'
import type { CompiledRule } from './compile-rule.ts'
import { offerQueryOf, type Offered } from './offer-query.ts'
import { placeBy } from './rank-products.ts'
import { NOTHING, type Recalled } from './rules-beside.ts'

/** What orders say was bought with a product, best first, by index. */
export type BoughtWith = (index: number) => readonly number[]

/**
 * What a rule offers beside one of its triggers, best first. Where the trigger says how many pieces it takes, only what
 * meets that best is offered; a trigger that does not say is offered one of each. What the trigger asks is found out only
 * where `recalled`, at `at`, does not tell which answer it was given before; from then on it does.
 */
export function offerBeside(
  index: number,
  made: CompiledRule,
  products: readonly Product[],
  boughtWith: BoughtWith,
  barrier: Barrier,
  recalled: Recalled,
  at: number,
): readonly Offered[] {
  const { sort, most, instead } = made.rule.offer
  // Nothing is recalled of it: whatever changes it changes the trigger itself, and so its page.
  if (instead === 'subscription') return isCandidate(index, made) ? [{ index, need: null }] : []
  if (recalled[at] === NOTHING) return []
  const known = made.answers[recalled[at]! - 1]
  const asked = known?.asked ?? offerQueryOf(products[index]!, made.rule, barrier)
  if (!asked) {
    recalled[at] = NOTHING
    return []
  }
  // Kept even where it is not what is offered: by what is kept it is known which changes matter.
  const answer = known ?? answerTo(asked, made, products)
  recalled[at] = answer.number
  const bought = sort === 'bought-together' ? boughtWith(index) : []
  const isAmong = answer.indexes.includes(index)
  if (bought.length === 0 && answer.need === null && !isAmong) return answer.offered
  // Without itself a product may be offered packs of another size.
  const isOwn = bought.length > 0 || (asked.taken !== undefined && isAmong)
  const { indexes, need } = isOwn ? choose(asked, made, products, bought, index) : answer
  const offered: Offered[] = []
  for (const one of indexes) {
    if (offered.length === most) break
    if (one !== index) offered.push({ index: one, need: need && withPieces(need, made, products[index]!, products[one]!) })
  }
  return offered
}

function isCandidate(index: number, { score, candidates }: CompiledRule): boolean {
  return candidates[placeBy(score, candidates, index)] === index
}

/** With what both say of the pieces, as the trigger writes it. */
function withPieces(need: NeedMet, { rule }: CompiledRule, trigger: Product, offered: Product): NeedMet {
  const join = rule.offer.joins.find(({ kind }) => kind === 'metafield')
  if (join?.kind !== 'metafield') return need
  const held = new Set(metafieldOf(offered, join.offered).map(foldValue))
  const shared = metafieldOf(trigger, join.trigger).find((value) => held.has(foldValue(value)))
  return shared === undefined ? need : { ...need, of: String(shared) }
}
