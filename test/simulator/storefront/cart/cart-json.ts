import type { ShopState } from '../../state/shop-state.ts'
import type { Cart } from './cart.ts'
import { lineJson } from './line-json.ts'
import { pricedCart } from './priced-cart.ts'

/** The cart as `/cart.js` gives it. Prices are cents. */
export function cartJson(shop: ShopState, cart: Cart, root: string) {
  const { till, lines } = pricedCart(shop, cart.lines)
  const items = lines.map((line) => lineJson(line, till, root))
  const original = items.reduce((sum, item) => sum + item.original_line_price, 0)
  const total = items.reduce((sum, item) => sum + item.final_line_price, 0)
  return {
    token: cart.token,
    note: cart.note,
    attributes: cart.attributes,
    original_total_price: original,
    total_price: total,
    total_discount: original - total,
    total_weight: 0,
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    items,
    requires_shipping: items.some((item) => item.requires_shipping),
    currency: till.currency,
    // What comes off lines is off already; what comes off a whole cart would not be.
    items_subtotal_price: total,
    cart_level_discount_applications: [],
    discount_codes: [],
  }
}
