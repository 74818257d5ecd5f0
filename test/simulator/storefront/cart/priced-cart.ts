import { priceLines, type PricedLine } from '../../discounts/price-lines.ts'
import type { Till } from '../../discounts/till.ts'
import type { ShopState } from '../../state/shop-state.ts'
import { lineKey, type CartLine } from './cart.ts'

export interface PricedCart {
  readonly till: Till
  readonly lines: readonly PricedLine<CartLine>[]
}

/** A cart's lines at today's prices, with what comes off them: for the cart, its pages, the checkout and the order alike. */
export function pricedCart(shop: ShopState, lines: readonly CartLine[]): PricedCart {
  return priceLines(shop, lines, lineKey)
}
