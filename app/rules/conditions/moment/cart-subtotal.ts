import { digitsOf } from '#app/commerce/money.ts'
import { drawnRange } from '../drawn.ts'
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
  drawn({ kind, atLeast, atMost }, { currency }) {
    const hundredths = 100 / 10 ** digitsOf(currency)
    const scaled = (amount: number | null) => (amount === null ? null : amount * hundredths)
    return { currency, ...drawnRange(kind, scaled(atLeast), scaled(atMost)) }
  },
}
