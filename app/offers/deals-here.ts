import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Cart, CartLine } from './cart.ts'
import { isOn, type Deal, type ProductDeals } from './deal.ts'
import type { Stack } from './discount.ts'
import { termsAt, type Terms, type Till } from './terms.ts'

/** A deal whose trigger is in the cart, and something that it offers as well. */
export interface DealHere {
  readonly deal: Deal
  readonly trigger: ProductId
  readonly terms: Terms
  readonly till: Till
  /** The lines of the trigger, and those of what it offers. */
  readonly triggers: readonly CartLine[]
  readonly offered: readonly CartLine[]
  /** Pieces on the offered lines. */
  readonly pieces: number
  /** What all lines cost before any discount. */
  readonly worth: number
}

/** The deals that a cart's products bring with them and that hold today, by rule: each trigger's in the order of their ids. */
export function rulesHere(
  { lines, today, currency, rate }: Cart,
  dealsOf: (product: ProductId) => ProductDeals | undefined,
  stack: Stack | undefined,
): Map<RuleId, DealHere[]> {
  let worth = 0
  for (const { price, quantity } of lines) worth += price * quantity
  const byProduct = new Map<ProductId, CartLine[]>()
  for (const line of lines) {
    const known = byProduct.get(line.product)
    if (known) known.push(line)
    else byProduct.set(line.product, [line])
  }
  const rules = new Map<RuleId, DealHere[]>()
  for (const [trigger, triggers] of byProduct) {
    const known = dealsOf(trigger)
    if (!known) continue
    const till = { currency, shopCurrency: known.currency, rate }
    for (const deal of known.deals) {
      if ((stack !== undefined && deal.stack !== stack) || !isOn(deal, today)) continue
      const offered: CartLine[] = []
      for (const product of deal.offered) offered.push(...(byProduct.get(product) ?? []))
      const terms = offered.length === 0 ? undefined : termsAt(deal.discount, till)
      if (!terms) continue
      let pieces = 0
      for (const { quantity } of offered) pieces += quantity
      const here = { deal, trigger, terms, till, triggers, offered, pieces, worth }
      const others = rules.get(deal.rule)
      if (others) others.push(here)
      else rules.set(deal.rule, [here])
    }
  }
  for (const deals of rules.values()) if (deals.length > 1) deals.sort((a, b) => a.trigger - b.trigger)
  return rules
}
