import type { ShopState } from '../../state/shop-state.ts'
import type { Cart } from './cart.ts'
import { isOnSale } from '../is-on-sale.ts'

/** The cart without the lines whose product has left the shop since. */
export function whatRemains(shop: ShopState, cart: Cart): Cart {
  const lines = cart.lines.filter((line) => {
    const found = shop.variants.get(line.variantId)
    return found !== undefined && isOnSale(found.product)
  })
  return { ...cart, lines }
}
