import type { Order } from '../shop.ts'
import type { BasketLine } from './basket.ts'
import { day, iso } from './clock.ts'
import type { Luck } from './random.ts'

const cancelled = 0.015
const refunded = 0.03
const giftNotes = ['Happy birthday!', 'From all of us', 'For the new flat', 'Open on Sunday', 'Thank you for everything']
const deliveryNotes = ['Leave with the neighbours', 'Please ring twice', 'Behind the bicycle shed']

export interface Purchase {
  readonly id: number
  readonly name: string
  /** Milliseconds. */
  readonly time: number
  readonly customerId: number | null
  readonly basket: readonly BasketLine[]
}

/** The order as the shop remembers it `today` (milliseconds): a few were called off, of some a part came back. */
export function orderFrom({ id, name, time, customerId, basket }: Purchase, today: number, nextLineId: () => number, luck: Luck): Order {
  const isCancelled = luck.chance(cancelled)
  const returned = luck.chance(refunded) ? luck.below(basket.length) : undefined
  const later = Math.min(today, time + Math.floor(luck.wait(isCancelled ? day / 2 : 2 * day)))
  const isGift = luck.chance(0.02)
  return {
    id,
    name,
    createdAt: iso(time),
    updatedAt: iso(later),
    cancelledAt: isCancelled ? iso(later) : null,
    customerId,
    lines: basket.map(({ product, variant, quantity }, place) => ({
      id: nextLineId(),
      productId: product.id,
      variantId: variant.id,
      title: product.title,
      variantTitle: variant.title,
      quantity,
      currentQuantity: isCancelled ? 0 : quantity - (place === returned ? luck.between(1, quantity) : 0),
      price: variant.price,
      properties: isGift && place === 0 ? { 'Gift note': luck.pick(giftNotes) } : {},
    })),
    attributes: luck.chance(0.03) ? { 'Delivery note': luck.pick(deliveryNotes) } : {},
  }
}
