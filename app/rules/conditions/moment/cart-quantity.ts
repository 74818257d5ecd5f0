import { drawnRange } from '../drawn.ts'
import type { Range } from '../field.ts'
import { endsOf } from '../kind.ts'
import type { MomentKind } from '../moment-kind.ts'

/** Pieces in the cart, all lines together. */
export interface CartQuantity extends Range {
  readonly kind: 'cart-quantity'
}

export const cartQuantity: MomentKind<CartQuantity> = {
  kind: 'cart-quantity',
  about: 'cart',
  fields: [{ kind: 'range', unit: 'count' }],
  check(fact, { cart }) {
    const [low, high] = endsOf(fact)
    const pieces = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0)
    return pieces >= low && pieces <= high
  },
  drawn: ({ kind, atLeast, atMost }) => drawnRange(kind, atLeast, atMost),
}
