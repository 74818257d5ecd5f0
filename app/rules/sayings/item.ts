import type { Placement } from '#app/commerce/placement.ts'
import type { MomentFact, ProductFact } from '../conditions/kinds.ts'
import type { Join } from '../joins/joins.ts'
import type { Sort } from '../rule.ts'

/** What a stretch of a sentence says, by itself. */
export type Meaning =
  /** Something of a product. A head names the goods themselves: a noun; others say more of it. What is vague may be any of its types. */
  | { readonly kind: 'fact'; readonly fact: ProductFact; readonly isHead: boolean; readonly isVague?: true }
  /** "everything", "products": goods of whatever kind. */
  | { readonly kind: 'any' }
  /** The next fact is not to hold. */
  | { readonly kind: 'not' }
  /** What follows is never offered. */
  | { readonly kind: 'except' }
  | { readonly kind: 'join'; readonly join: Join }
  | { readonly kind: 'moment'; readonly fact: MomentFact }
  /** The goods before lie in the cart. */
  | { readonly kind: 'in-cart' }
  /** The cart must hold the goods that follow, or must not. */
  | { readonly kind: 'cart-holds'; readonly isNot: boolean }
  | { readonly kind: 'most'; readonly most: number }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'sort'; readonly sort: Sort }
  | { readonly kind: 'at'; readonly placement: Placement }
  | { readonly kind: 'stop' }
  | { readonly kind: 'fallback' }
  /** As many pieces as are needed. */
  | { readonly kind: 'as-needed' }
  /** "that need them": what is offered is what the product takes. */
  | { readonly kind: 'that-needs' }
  /** "offer", "show": what follows is offered. */
  | { readonly kind: 'verb' }
  /** "pair": the goods before "with" are the trigger. */
  | { readonly kind: 'pair' }
  /** "with", "on", "beside": what follows is the trigger. */
  | { readonly kind: 'beside' }
  /** "buyers", "pages": the goods before are the trigger. */
  | { readonly kind: 'of-trigger' }
  | { readonly kind: 'colon' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'and' }
  /** Says nothing that a rule could. */
  | { readonly kind: 'filler' }
  | { readonly kind: 'unknown' }

/** A stretch of a sentence, and what it says. */
export type Item = Meaning & { readonly from: number; readonly to: number }
