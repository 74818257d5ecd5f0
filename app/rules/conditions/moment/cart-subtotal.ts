import type { Range } from '../field.ts'
import { endsOf } from '../kind.ts'
import type { MomentKind } from '../moment-kind.ts'

/** What the cart is worth, in minor units of the shop's own currency; of a cart in another currency it never holds. */
export interface CartSubtotal extends Range {
  readonly kind: 'cart-subtotal'
}

export const cartSubtotal: MomentKind<CartSubtotal> = {
  kind: 'cart-subtotal',
  about: 'cart',
  fields: [{ kind: 'range', unit: 'money' }],
  check(fact, { cart }) {
    const [low, high] = endsOf(fact)
    return cart.subtotal !== null && cart.subtotal >= low && cart.subtotal <= high
  },
}
