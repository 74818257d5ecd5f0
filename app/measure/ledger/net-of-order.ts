import type { LineId, ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Order, OrderLine } from '#app/commerce/order.ts'

/** What is left of an order's line, net. */
export interface NetLine {
  readonly id: LineId
  readonly product: ProductId | null
  readonly variant: VariantId | null
  /** Which slot sold it; null where none of ours did. */
  readonly soldBy: string | null
  /** Pieces that were not sent back. */
  readonly units: number
  /** Without taxes, shipping and discounts, less what was refunded. */
  readonly net: Minor
}

/**
 * What each line of an order came to: its price less its share of discounts and of the taxes that the price holds, for the pieces that
 * are left; and of what refunds gave back beyond the goods, as much as its part of all. Their sum is what the order came to, to the
 * minor unit. A cancelled order came to nothing, and so does one of which nothing is left, whatever else was given back.
 */
export function netOfOrder(order: Order): NetLine[] {
  const isCancelled = order.cancelledAt !== null
  const whole = order.lines.map((line) => (isCancelled ? 0 : netOfLine(line, order.taxesIncluded)))
  const adjusted = spread(isCancelled ? 0 : order.adjustment, whole)
  return order.lines.map((line, at) => ({
    id: line.id,
    product: line.productId,
    variant: line.variantId,
    soldBy: line.soldBy,
    units: isCancelled ? 0 : line.currentQuantity,
    net: (whole[at]! + adjusted[at]!) as Minor,
  }))
}

function netOfLine({ unitPrice, quantity, currentQuantity, discount, tax }: OrderLine, taxesIncluded: boolean): number {
  if (quantity === 0) return 0
  const part = (amount: number): number => Math.round((amount * currentQuantity) / quantity)
  return unitPrice * currentQuantity - part(discount) - (taxesIncluded ? part(tax) : 0)
}

/** Divides an amount by weights, whole and without rest: the largest remainders take what rounding leaves. */
function spread(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (amount === 0 || sum <= 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (amount * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = amount - shares.reduce((all, share) => all + share, 0)
  const byRemainder = exact.map((share, at) => [share - Math.floor(share), at] as const).toSorted(([a], [b]) => b - a)
  for (const [, at] of byRemainder.slice(0, left)) shares[at]! += 1
  return shares
}
