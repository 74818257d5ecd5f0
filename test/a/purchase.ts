import type { CustomerId, OrderId, ProductId } from '#app/commerce/ids.ts'
import type { Purchase } from '#app/signals/purchases.ts'

const DAY = 24 * 60 * 60 * 1000

/** An order of a guest on the first day, but for what is named. */
export function aPurchase(
  order: number,
  products: readonly number[],
  { customer, day = 0 }: { customer?: number; day?: number } = {},
): Purchase {
  return {
    order: order as OrderId,
    customer: (customer ?? null) as CustomerId | null,
    at: day * DAY + order,
    products: products as readonly ProductId[],
  }
}
