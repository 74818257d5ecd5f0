import type { LineId, OrderId, ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Order, OrderLine } from '#app/commerce/order.ts'

const minor = (amount: number) => amount as Minor

/** One piece of product 1 at 10.00, untaxed and undiscounted, but for what is named; `at` tells lines apart. */
export function aLine(line: Partial<OrderLine> = {}, at = 0): OrderLine {
  return {
    id: (at + 1) as LineId,
    productId: 1 as ProductId,
    variantId: 1 as VariantId,
    quantity: 1,
    currentQuantity: line.quantity ?? 1,
    unitPrice: minor(1_000),
    discount: minor(0),
    tax: minor(0),
    soldBy: null,
    bundle: null,
    ...line,
  }
}

/** A guest's order from the online store, made at 0. */
export function aReadOrder(order: Partial<Order> = {}): Order {
  return {
    id: 1 as OrderId,
    customerId: null,
    processedAt: 0,
    updatedAt: 0,
    cancelledAt: null,
    isTest: false,
    taxesIncluded: true,
    channel: 'web',
    adjustment: minor(0),
    visit: null,
    lines: [aLine()],
    ...order,
  }
}
