import type { CartFact } from '../cart-fact.ts'
import type { MomentKind } from '../moment-kind.ts'
import type { Tree } from '../tree.ts'

/** One product in the cart is such a product. */
export interface CartContains {
  readonly kind: 'cart-contains'
  readonly of: Tree<CartFact>
}

export const cartContains: MomentKind<CartContains> = {
  kind: 'cart-contains',
  about: 'cart',
  fields: [{ kind: 'goods' }],
  check: ({ of }, { cart }, isSuch) => cart.lines.some(({ product }) => isSuch(of, product)),
  drawn: ({ kind, of }, _, draw) => ({ kind, of: draw(of) }),
}
