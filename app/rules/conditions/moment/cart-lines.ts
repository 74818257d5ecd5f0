import { drawnRange } from '../drawn.ts'
import type { Range } from '../field.ts'
import { endsOf } from '../kind.ts'
import type { MomentKind } from '../moment-kind.ts'

/** Lines in the cart, however many pieces each has. */
export interface CartLines extends Range {
  readonly kind: 'cart-lines'
}

export const cartLines: MomentKind<CartLines> = {
  kind: 'cart-lines',
  about: 'cart',
  fields: [{ kind: 'range', unit: 'count' }],
  check(fact, { cart }) {
    const [low, high] = endsOf(fact)
    return cart.lines.length >= low && cart.lines.length <= high
  },
  drawn: ({ kind, atLeast, atMost }) => drawnRange(kind, atLeast, atMost),
}
