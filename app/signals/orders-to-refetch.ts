import type { OrderId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'

/**
 * The orders of which two states of the same second say different things: Shopify's times end at the second, so neither
 * can be told to be the newer. `held` are the states that are recorded already. Whose an order is does not count: that may
 * be withheld.
 */
export function ordersToRefetch(arrived: readonly Order[], held: readonly Order[]): OrderId[] {
  const newest = new Map<OrderId, { at: number; states: Set<string> }>()
  for (const order of [...arrived, ...held]) {
    const known = newest.get(order.id)
    if (known && known.at > order.updatedAt) continue
    if (known?.at === order.updatedAt) known.states.add(stateOf(order))
    else newest.set(order.id, { at: order.updatedAt, states: new Set([stateOf(order)]) })
  }
  return [...newest].filter(([, { states }]) => states.size > 1).map(([id]) => id)
}

/** Of several states of each order, the one with the greatest `updated_at`; of two alike the later in the list. */
export function newestOf(orders: readonly Order[]): Order[] {
  return [...new Map(orders.toSorted((a, b) => a.updatedAt - b.updatedAt).map((order) => [order.id, order])).values()]
}

function stateOf({ processedAt, cancelledAt, isTest, adjustment, lines }: Order): string {
  const sorted = lines.toSorted((a, b) => a.id - b.id)
  return JSON.stringify([
    processedAt,
    cancelledAt,
    isTest,
    adjustment ?? 0,
    sorted.map((line) => [
      line.id,
      line.productId,
      line.variantId,
      line.quantity,
      line.currentQuantity,
      line.unitPrice,
      line.discount,
      line.tax ?? 0,
      line.soldBy,
      line.bundle,
    ]),
  ])
}
