import type { Product } from '#app/commerce/product.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'

const goods = ({ id, type, vendor, tags, collections }: Product) => ({
  ...{ id, type, vendor, tags },
  collections: collections.map((collection) => ({ id: collection })),
})

/** A visit as Liquid sees it. A subtotal that is not in the shop's currency is in another one. */
export function visitInLiquid({ cart, customer, market, language, date }: Moment) {
  return {
    cart: {
      items: cart.lines.map(({ product, quantity }) => ({ product: goods(product), product_id: product.id, quantity })),
      item_count: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      total_price: cart.subtotal ?? 4000,
      currency: { iso_code: cart.subtotal === null ? 'USD' : 'EUR' },
    },
    customer: customer && { tags: customer.tags, orders_count: customer.orders },
    localization: { market: market === null ? null : { handle: market } },
    request: { locale: { iso_code: language }, design_mode: false },
    // Late in the evening in Vienna, and the next day in Auckland already.
    now: `${date}T21:45:00Z`,
    shop: { name: 'Tiny', money_format: '€{{amount}}', currency: 'EUR', timezone: 'Europe/Vienna' },
  }
}
