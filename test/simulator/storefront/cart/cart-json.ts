import type { ShopState } from '../../state/shop-state.ts'
import type { Cart } from './cart.ts'
import { lineJson } from './line-json.ts'

/** The cart as `/cart.js` gives it. Prices are cents. */
export function cartJson(shop: ShopState, cart: Cart, root: string) {
  const items = cart.lines.map((line) => lineJson(shop, line, root))
  const total = items.reduce((sum, item) => sum + item.line_price, 0)
  return {
    token: cart.token,
    note: cart.note,
    attributes: cart.attributes,
    original_total_price: total,
    total_price: total,
    total_discount: 0,
    total_weight: 0,
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    items,
    requires_shipping: items.some((item) => item.requires_shipping),
    currency: shop.facts.currency,
    items_subtotal_price: total,
    cart_level_discount_applications: [],
    discount_codes: [],
  }
}
