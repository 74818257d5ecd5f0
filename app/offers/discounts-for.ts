import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Cart, CartLine, LineDiscount } from './cart.ts'
import type { ProductDeals } from './deal.ts'
import { rulesHere } from './deals-here.ts'
import type { Stack } from './discount.ts'
import { grantsOf } from './grant.ts'
import type { Grant } from './granted.ts'

/**
 * What comes off a cart's lines: of each line by one rule, the one that takes most off it, among equals the smaller id; what a rule
 * cannot give where another's is better it gives elsewhere. In the order of the lines, which changes nothing else. Each piece is
 * reckoned in whole minor units, so sums are exact. `stack` leaves the deals of other classes aside.
 */
export function discountsFor(cart: Cart, dealsOf: (product: ProductId) => ProductDeals | undefined, stack?: Stack): LineDiscount[] {
  const rules = rulesHere(cart, dealsOf, stack)
  const granted = new Map<RuleId, Map<string, Grant[]>>()
  const wonBy = new Map<string, RuleId>()
  let undecided: readonly RuleId[] = [...rules.keys()]
  // Every turn decides on a line at least, or is the last.
  while (undecided.length > 0) {
    for (const rule of undecided) {
      const deals = rules.get(rule)!
      granted.set(
        rule,
        grantsOf(deals, ({ id }) => (wonBy.get(id) ?? rule) === rule),
      )
    }
    undecided = losersAmong(undecided)
  }
  return cart.lines.flatMap((line) => {
    const rule = wonBy.get(line.id)
    const grants = rule === undefined ? undefined : granted.get(rule)!.get(line.id)
    return rule !== undefined && grants ? [discountOf(line, rule, grants)] : []
  })

  /** Gives each line that nobody has yet to the best of the rules, and returns those that wanted one which they did not get. */
  function losersAmong(asking: readonly RuleId[]): RuleId[] {
    const best = new Map<string, number>()
    const winners = new Map<string, RuleId>()
    for (const rule of asking)
      for (const [line, grants] of granted.get(rule)!) {
        if (wonBy.has(line)) continue
        const total = totalOf(grants)
        const known = best.get(line)
        if (known !== undefined && (total < known || (total === known && winners.get(line)! < rule))) continue
        best.set(line, total)
        winners.set(line, rule)
      }
    for (const [line, rule] of winners) wonBy.set(line, rule)
    return asking.filter((rule) => {
      for (const line of granted.get(rule)!.keys()) if (wonBy.get(line) !== rule) return true
      return false
    })
  }
}

function totalOf(grants: readonly Grant[]): number {
  let total = 0
  for (const { quantity, off } of grants) total += quantity * off
  return total
}

function discountOf({ id }: CartLine, rule: RuleId, grants: readonly Grant[]): LineDiscount {
  const each = grants[0]!.off
  const quantity = grants.reduce((sum, grant) => sum + grant.quantity, 0)
  const isAlike = grants.every(({ off }) => off === each)
  return { line: id, rule, quantity, each: isAlike ? each : null, total: totalOf(grants) as Minor }
}
