import type { Clock } from '#app/catalog/clock.ts'
import type { Product } from '#app/commerce/product.ts'
import { holds } from '#app/rules/conditions/holds.ts'
import { guardFor } from '#app/rules/resolve/guard.ts'
import type { DiscountedRule } from './deals-beside.ts'

/**
 * Whether what rules give off may be other once a product that was `before` is `after`: whether any of them is about it or may offer it,
 * as it was or as it is. Of a product that none touches, deals know nothing.
 */
export function touchesDeals(rules: readonly DiscountedRule[], before: Product, after: Product, clock: Clock): boolean {
  return rules.some(({ when, offer }) =>
    [before, after].some((product) => guardFor(when, product, clock) !== false || holds(offer.where, product, clock)),
  )
}
