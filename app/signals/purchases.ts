import type { CustomerId, OrderId, ProductId } from '#app/commerce/ids.ts'

/** One order that stands: what was bought in it, by whom and when. */
export interface Purchase {
  readonly order: OrderId
  /** Null for a guest, and where the merchant does not let us know. */
  readonly customer: CustomerId | null
  /** Milliseconds since 1970. */
  readonly at: number
  /** No product twice. */
  readonly products: readonly ProductId[]
}

/** A larger order is a trader's, or a mistake: it says nothing of what goes with what. */
export const LARGEST_ORDER = 50
/** So many of a customer's orders speak, the newest: nobody's habits are taken for everybody's. */
const MOST_OF_ONE_CUSTOMER = 12
/** Orders that are looked at, the newest. */
export const MOST_ORDERS = 400_000

/**
 * The orders that may speak for what goes together, oldest first: none from the future of `now` (milliseconds), none too
 * large, few of any one customer. Does not depend on the order in which they are given.
 */
export function fairPurchases(purchases: readonly Purchase[], now: number): Purchase[] {
  const ofCustomer = new Map<CustomerId, number>()
  const newestFirst = purchases
    .filter(({ at, products }) => at <= now && products.length > 0 && products.length <= LARGEST_ORDER)
    .sort((a, b) => b.at - a.at || b.order - a.order)
  const fair: Purchase[] = []
  for (const purchase of newestFirst) {
    if (fair.length === MOST_ORDERS) break
    if (purchase.customer !== null) {
      const before = ofCustomer.get(purchase.customer) ?? 0
      if (before === MOST_OF_ONE_CUSTOMER) continue
      ofCustomer.set(purchase.customer, before + 1)
    }
    fair.push(purchase)
  }
  return fair.reverse()
}
