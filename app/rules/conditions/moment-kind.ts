import type { Product } from '#app/commerce/product.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import type { CartFact } from './cart-fact.ts'
import type { DrawnGuard, DrawnTerms } from './drawn.ts'
import type { Field } from './field.ts'
import type { Tree } from './tree.ts'

/** One kind of condition on the moment of a visit. It is decided when the page is drawn. */
export interface MomentKind<Fact extends { readonly kind: string }> {
  readonly kind: Fact['kind']
  readonly about: 'cart' | 'customer' | 'context'
  readonly fields: readonly Field[]
  /** `isSuch` tells whether a condition holds of a product in the cart. */
  readonly check: (fact: Fact, moment: Moment, isSuch: (of: Tree<CartFact>, product: Product) => boolean) => boolean
  /** The same as the theme's `offer-guard` reads it; `draw` writes what the fact holds within. */
  readonly drawn: (fact: Fact, terms: DrawnTerms, draw: (of: Tree<CartFact>) => DrawnGuard) => DrawnGuard
}
