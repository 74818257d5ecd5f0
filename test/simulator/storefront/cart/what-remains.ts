import type { ShopState } from '../../state/shop-state.ts'
import type { Cart } from './cart.ts'
import { lineKey, setQuantity } from './cart.ts'
import { isOnSale } from '../is-on-sale.ts'

/** The cart without the lines whose product has left the shop since, and without what is nested under them. */
export function whatRemains(shop: ShopState, cart: Cart): Cart {
  const gone = cart.lines.filter((line) => {
    const found = shop.variants.get(line.variantId)
    return found === undefined || !isOnSale(found.product)
  })
  return gone.reduce((left, line) => setQuantity(left, lineKey(line), 0), cart)
}
