import type { ShopState } from '../../state/shop-state.ts'
import type { Cart } from './cart.ts'
import { emptyCart } from './cart.ts'

export interface CartStore {
  get(token: string): Cart
  put(cart: Cart): void
}

/** Carts in memory, each shop's apart from every other's. They are forgotten with the shop. */
export function openCartStores(): (shop: ShopState) => CartStore {
  const cartsOf = new WeakMap<ShopState, Map<string, Cart>>()
  return (shop) => {
    const carts = cartsOf.get(shop) ?? new Map<string, Cart>()
    cartsOf.set(shop, carts)
    return {
      get: (token) => carts.get(token) ?? emptyCart(token),
      put: (cart) => void carts.set(cart.token, cart),
    }
  }
}
