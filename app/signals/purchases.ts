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
 * Tells of one order after the other, the newest first, whether it may speak for what goes together: none from the future of
 * `now` (milliseconds), none too large, few of any one customer, and not too many in all.
 */
export function fairness(now: number): (purchase: Purchase) => boolean {
  const ofCustomer = new Map<CustomerId, number>()
  let heard = 0
  return ({ at, customer, products }) => {
    if (heard === MOST_ORDERS || at > now || products.length === 0 || products.length > LARGEST_ORDER) return false
    if (customer !== null) {
      const before = ofCustomer.get(customer) ?? 0
      if (before === MOST_OF_ONE_CUSTOMER) return false
      ofCustomer.set(customer, before + 1)
    }
    heard += 1
    return true
  }
}

/** The orders that may speak for what goes together, oldest first, whatever order they are given in. */
export function fairPurchases(purchases: readonly Purchase[], now: number): Purchase[] {
  return purchases
    .toSorted((a, b) => b.at - a.at || b.order - a.order)
    .filter(fairness(now))
    .reverse()
}
