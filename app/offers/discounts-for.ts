import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Cart, CartLine, LineDiscount } from './cart.ts'
import { isOn, type ProductDeals } from './deal.ts'
import type { Stack } from './discount.ts'
import { grantsOf, type DealHere, type Grant } from './grant.ts'
import { termsAt } from './terms.ts'

/**
 * What comes off a cart's lines: of each line by one rule, the one that takes most off it, among equals the smaller id; what a rule
 * cannot give where another's is better it gives elsewhere. In the order of the lines, which changes nothing else. Each piece is
 * reckoned in whole minor units, so sums are exact. `stack` leaves the deals of other classes aside.
 */
export function discountsFor(cart: Cart, dealsOf: (product: ProductId) => ProductDeals | undefined, stack?: Stack): LineDiscount[] {
  const rules = dealsByRule(cart, dealsOf, stack)
  const wonBy = new Map<string, RuleId>()
  const open = new Set(cart.lines.map(({ id }) => id))
  let granted = grantAll()
  // Every turn decides on a line at least, or is the last.
  while (decide()) granted = grantAll()
  return cart.lines.flatMap((line) => {
    const rule = wonBy.get(line.id)
    const grants = rule === undefined ? undefined : granted.get(rule)?.get(line.id)
    return rule !== undefined && grants ? [discountOf(line, rule, grants)] : []
  })

  function grantAll(): Map<RuleId, Map<string, Grant[]>> {
    return new Map(
      [...rules].map(([rule, deals]) => {
        const wanted = new Set(cart.lines.flatMap(({ id }) => (open.has(id) || wonBy.get(id) === rule ? [id] : [])))
        return [rule, grantsOf(deals, cart.lines, wanted)]
      }),
    )
  }

  function decide(): boolean {
    const before = open.size
    for (const id of [...open]) {
      let best: { readonly rule: RuleId; readonly total: number } | undefined
      for (const [rule, grants] of granted) {
        const total = totalOf(grants.get(id) ?? [])
        if (total > (best?.total ?? 0)) best = { rule, total }
      }
      if (!best) continue
      wonBy.set(id, best.rule)
      open.delete(id)
    }
    return open.size < before
  }
}

/** The deals that the cart's products bring with them and that hold today, by rule in the order of their ids. */
function dealsByRule(
  { lines, today, currency, rate }: Cart,
  dealsOf: (product: ProductId) => ProductDeals | undefined,
  stack: Stack | undefined,
): Map<RuleId, DealHere[]> {
  const found: DealHere[] = []
  for (const trigger of new Set(lines.map(({ product }) => product))) {
    const known = dealsOf(trigger)
    for (const deal of known?.deals ?? []) {
      if ((stack !== undefined && deal.stack !== stack) || !isOn(deal, today)) continue
      const till = { currency, shopCurrency: known!.currency, rate }
      const terms = termsAt(deal.discount, till)
      if (terms) found.push({ deal, trigger, terms, till })
    }
  }
  const rules = new Map<RuleId, DealHere[]>()
  for (const here of found.sort((a, b) => (a.deal.rule < b.deal.rule ? -1 : a.deal.rule > b.deal.rule ? 1 : a.trigger - b.trigger)))
    rules.set(here.deal.rule, [...(rules.get(here.deal.rule) ?? []), here])
  return rules
}

const totalOf = (grants: readonly Grant[]) => grants.reduce((sum, { quantity, off }) => sum + quantity * off, 0)

function discountOf({ id }: CartLine, rule: RuleId, grants: readonly Grant[]): LineDiscount {
  const offs = new Set(grants.map(({ off }) => off))
  const quantity = grants.reduce((sum, grant) => sum + grant.quantity, 0)
  return { line: id, rule, quantity, each: offs.size === 1 ? grants[0]!.off : null, total: totalOf(grants) as Minor }
}
