import type { Clock } from '#app/catalog/clock.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import type { Product } from '#app/commerce/product.ts'
import { isNamed, type Rule } from '#app/rules/rule.ts'
import type { CompiledRule } from './compile-rule.ts'
import { offerRuleByRule, type RuleOffers } from './offer-rule-by-rule.ts'

/** What a page shows that is about no product: one of which nothing is true. */
const NO_PRODUCT: Product = {
  id: 0 as ProductId,
  handle: '',
  title: '',
  type: '',
  vendor: '',
  category: null,
  tags: [],
  status: 'draft',
  published: false,
  isGiftCard: false,
  requiresSellingPlan: false,
  pictureUrl: null,
  createdAt: 0,
  options: [],
  variants: [],
  collections: [],
  metafields: [],
}

/**
 * Gives their turns to the rules that name a placement, where no product is looked at and none lies in the cart, in their order. What is tied to the product
 * that is looked at has nothing to be tied to.
 */
export function offerBesideNothing(
  active: readonly Rule[],
  placement: Placement,
  clock: Clock,
  compile: (rule: Rule) => CompiledRule,
  take: (turn: RuleOffers) => boolean,
): void {
  const speaking = active.filter((rule) => isNamed(rule, placement) && rule.offer.joins.length === 0)
  const each: Parameters<typeof offerRuleByRule>[2] = (ask) => void speaking.every((rule) => ask(compile(rule), new Uint16Array(1), 0))
  const offeredBy = ({ candidates, rule }: CompiledRule) => candidates.slice(0, rule.offer.most).map((index) => ({ index, need: null }))
  offerRuleByRule(NO_PRODUCT, placement, each, clock, offeredBy, take)
}
