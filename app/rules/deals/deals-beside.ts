import type { Clock } from '#app/catalog/clock.ts'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Deal, ProductDeals } from '#app/offers/deal.ts'
import { LONGEST_DEALS } from '#app/offers/deal.ts'
import { stackOf } from '#app/offers/discount.ts'
import { guardFor } from '#app/rules/resolve/guard.ts'
import { inPlace, type Resolver } from '#app/rules/resolve/resolve.ts'
import { holds } from '../conditions/holds.ts'
import { tieTo } from '../joins/tie-to.ts'
import type { OfferDiscount, Rule } from '../rule.ts'
import { daysOf } from './days-of.ts'
import { floorsOf } from './floors-of.ts'

/** What decides on deals beside rules and products. */
export interface DealSettings {
  /** The shop's own. */
  readonly currency: string
  readonly clock: Clock
  /** As `Bounds` has it. */
  readonly floor: number | undefined
}

export type DiscountedRule = Rule & { readonly offer: { readonly discount: OfferDiscount } }

export interface ShopDeals {
  /** By trigger, the rules that come first first. */
  readonly beside: ReadonlyMap<ProductId, ProductDeals>
  /** Deals for which there was no room beside a product. */
  readonly leftOut: readonly { readonly rule: RuleId; readonly product: ProductId }[]
}

/** The active rules that give something off, in the order in which they come. */
export function discountedRules(rules: readonly Rule[]): DiscountedRule[] {
  return inPlace(rules).filter((rule): rule is DiscountedRule => rule.state === 'active' && rule.offer.discount !== undefined)
}

/**
 * Everything that a shop's rules give off, by the product beside which it is. It depends on neither placement nor shopper: whoever has both
 * products in the cart pays the same. Where all deals beside a product take more room than Shopify hands on, the last are left out whole.
 */
export function dealsOf(rules: readonly DiscountedRule[], resolver: Resolver, settings: DealSettings): ShopDeals {
  const all = new Map<ProductId, Deal[]>()
  for (const rule of rules)
    for (const index of resolver.triggersOf(rule)) {
      const deal = dealBeside(rule, index, resolver, settings)
      if (!deal) continue
      const product = resolver.ids[index]!
      const known = all.get(product)
      if (known) known.push(deal)
      else all.set(product, [deal])
    }
  const beside = new Map<ProductId, ProductDeals>()
  const leftOut: { rule: RuleId; product: ProductId }[] = []
  for (const [product, deals] of all) {
    const fitting: Deal[] = []
    for (const deal of deals) {
      if (bytesOf({ v: 1, currency: settings.currency, deals: [...fitting, deal] }) <= LONGEST_DEALS) fitting.push(deal)
      else leftOut.push({ rule: deal.rule, product })
    }
    if (fitting.length > 0) beside.set(product, { v: 1, currency: settings.currency, deals: fitting })
  }
  return { beside, leftOut }
}

/** What one rule gives off beside the product at an index; undefined where that is nothing, or where it asks for more than days. */
export function dealBeside(rule: DiscountedRule, index: number, resolver: Resolver, { clock, floor }: DealSettings): Deal | undefined {
  const trigger = resolver.products[index]!
  const days = daysOf(guardFor(rule.when, trigger, clock))
  if (!days) return undefined
  const { combines, ...discount } = rule.offer.discount
  const found = resolver.offersOf(rule, index)
  const indexes = [...(isAmongItself(rule, index, resolver, clock) ? [index] : []), ...found.map((one) => one.index)]
  if (indexes.length === 0) return undefined
  const packs = discount.kind === 'tiers' || discount.kind === 'buy-get' ? 1 : (found[0]?.need?.packs ?? 1)
  // A gift costs what it costs.
  const floors =
    floor === undefined || discount.kind === 'gift'
      ? []
      : indexes.map((one) => [resolver.ids[one]!, floorsOf(resolver.products[one]!, floor)] as const)
  const known = floors.filter(([, one]) => one !== undefined)
  return {
    rule: rule.id,
    stack: stackOf(combines),
    discount,
    offered: indexes.map((one) => resolver.ids[one]!),
    ...(packs !== 1 && { packs }),
    ...days,
    ...(known.length > 0 && { floors: Object.fromEntries(known) as NonNullable<Deal['floors']> }),
  }
}

/** Whether a rule that counts pieces counts those of the trigger as well: a product is never offered beside itself, but may be bought twice. */
function isAmongItself({ offer }: DiscountedRule, index: number, resolver: Resolver, clock: Clock): boolean {
  const { discount, where, except, joins } = offer
  if (discount.kind !== 'tiers' && discount.kind !== 'buy-get') return false
  const product = resolver.products[index]!
  if (!resolver.offerable.has(index) || !holds(where, product, clock) || (except && holds(except, product, clock))) return false
  const tie = tieTo(product, joins)
  return tie.kind === 'tie' && tie.isTied(product)
}

/** Nothing in it is written in more than one byte a letter. */
const bytesOf = (deals: ProductDeals): number => JSON.stringify(deals).length
