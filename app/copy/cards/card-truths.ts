import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { NeedMet } from '#app/rules/need.ts'
import type { Rule } from '#app/rules/rule.ts'
import { facetKeyOf } from '../facts/fact.ts'
import type { ConfirmedFact } from '../facts/facts-of.ts'
import type { CardTruth } from './card-texts.ts'
import { tieOf, type Tie } from './tie-of.ts'

export type Confirmed = ReadonlyMap<ProductId, readonly ConfirmedFact[]>

/**
 * What may be said on the card of a product that a rule offers beside another, the strongest first: how it meets a need, otherwise what
 * ties the two, in the order of the rule's joins. What a person has said otherwise of one of them is not said.
 */
export function cardTruths(rule: Rule, beside: Product, card: Product, need: NeedMet | undefined, confirmed: Confirmed): CardTruth[] {
  const isDenied = (tie: Tie) =>
    [beside, card].some(({ id }) => confirmed.get(id)?.some((fact) => fact.facet === tie.facet && facetKeyOf(fact) !== facetKeyOf(tie)))
  const ties = rule.offer.joins.flatMap((join) => tieOf(join, beside, card) ?? []).filter((tie) => !isDenied(tie))
  if (!need) return ties.map((tie) => ({ kind: 'tie', tie }))
  // What the pieces are is told by the first metafield that both share, as the rule counts them.
  const join = rule.offer.joins.find(({ kind }) => kind === 'metafield')
  const of = join && tieOf(join, beside, card)
  return [{ kind: 'need', need, of: of && !isDenied(of) ? of : undefined }]
}
