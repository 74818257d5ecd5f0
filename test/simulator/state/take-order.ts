import type { Order, OrderLine } from '../shop.ts'
import { inStock } from './available.ts'
import type { OrderNumbers } from './order-numbers.ts'
import type { NewOrder, NewOrderLine, ShopState } from './shop-state.ts'

/**
 * The order that `wanted` makes at the prices of this moment. Takes the stock of the variants that track it. Throws an
 * Error, having taken nothing, when there is no line, a variant or customer is unknown, a quantity is not a positive
 * whole number or the stock does not reach.
 */
export function takeOrder(shop: Pick<ShopState, 'variants' | 'customers'>, wanted: NewOrder, at: string, numbers: OrderNumbers): Order {
  if (wanted.lines.length === 0) throw new Error('An order needs a line')
  if (wanted.customerId !== null && !shop.customers.has(wanted.customerId)) throw new Error(`No customer ${wanted.customerId}`)
  const lines = takeLines(shop, wanted.lines, numbers)
  return {
    ...numbers.order(),
    createdAt: at,
    updatedAt: at,
    cancelledAt: null,
    customerId: wanted.customerId,
    lines,
    attributes: { ...wanted.attributes },
    ...(wanted.channel && { channel: wanted.channel }),
    ...(wanted.presentment && { presentment: wanted.presentment }),
  }
}

/** The lines alone, under the same conditions. */
export function takeLines(
  shop: Pick<ShopState, 'variants'>,
  wanted: readonly NewOrderLine[],
  numbers: Pick<OrderNumbers, 'line'>,
): OrderLine[] {
  const found = wanted.map((line) => ({ line, ...variantOf(shop, line.variantId) }))
  const taken = new Map<number, number>()
  for (const { line, product, variant } of found) {
    if (!Number.isInteger(line.quantity) || line.quantity < 1) throw new Error(`Not a quantity: ${line.quantity}`)
    const sum = (taken.get(variant.id) ?? 0) + line.quantity
    if (!inStock(variant, sum)) throw new Error(`Sold out: ${product.title} (variant ${variant.id})`)
    taken.set(variant.id, sum)
  }
  for (const { line, variant } of found) if (variant.stock !== null) variant.stock -= line.quantity
  return found.map(({ line, product, variant }) => ({
    id: numbers.line(),
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variantTitle: variant.title,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    price: variant.price,
    properties: { ...line.properties },
    ...(line.discount && { discount: line.discount }),
  }))
}

function variantOf(shop: Pick<ShopState, 'variants'>, id: number) {
  const found = shop.variants.get(id)
  if (!found) throw new Error(`No variant ${id}`)
  return found
}
