import type { Customer } from '../shop.ts'
import type { ShopState } from '../state/shop-state.ts'
import type { Cart } from './cart/cart.ts'

/** One request of one shopper, with all that the pages of the storefront need to know of it. */
export interface Visit {
  readonly request: Request
  readonly shop: ShopState
  /** Without the locale's part: `/products/x` for `/de/products/x`. */
  readonly path: string
  /** '' for the shop's own language, otherwise such as `/de`. */
  readonly root: string
  readonly locale: string
  readonly query: URLSearchParams
  /** As it is at this moment: another request of the same shopper may change it while this one waits. */
  readonly cart: Cart
  keepCart(cart: Cart): void
  readonly customer: Customer | null
}

/** A part of the storefront. Undefined means "not mine". */
export type VisitDoor = (visit: Visit) => Promise<Response | undefined>

/** After a form: back to a page, so that reloading it posts nothing. `path` is given without the locale's part. */
export function seeOther(visit: Visit, path: string): Response {
  return new Response(null, { status: 303, headers: { location: visit.root + path } })
}
