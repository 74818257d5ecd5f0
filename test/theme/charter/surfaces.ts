import type { Placement } from '#app/commerce/placement.ts'

/** How a shopper comes to see it: an address with the laptop in the cart or not, or one step further. */
export type Way =
  | { readonly kind: 'page'; readonly path: string; readonly hasCart: boolean }
  | { readonly kind: 'drawer' }
  | { readonly kind: 'checkout' }
  | { readonly kind: 'paid' }
  | { readonly kind: 'order' }

/** A place in which a shopper meets offers of ours. */
export interface Surface {
  /** A theme block's file, or the target of a block on Shopify's own pages. */
  readonly of: string
  readonly placement: Placement
  readonly way: Way
  /** What one offer of it is, as CSS. */
  readonly offers: string
  /** What is ticked beforehand: of a set the product that the page is about, and nothing that is offered. */
  readonly ticked?: string
}

const page = (path: string, hasCart = false): Way => ({ kind: 'page', path, hasCart })
const CARD = 'main .tandem-card'
const ROW = '.ui-block s-text[type=strong]'

/** All of them. Whoever adds a block, a target or a placement adds a line here: the charter holds there as well. */
export const SURFACES: readonly Surface[] = [
  { of: 'product-offers', placement: 'product-page', way: page('/products/product-1'), offers: CARD },
  { of: 'bought-together', placement: 'product-page', way: page('/products/product-1'), offers: 'main [data-offer]', ticked: '1' },
  { of: 'cart-offers', placement: 'cart-page', way: page('/cart', true), offers: CARD },
  { of: 'shop-offers', placement: 'home', way: page('/'), offers: CARD },
  { of: 'shop-offers', placement: 'collection', way: page('/collections/collection-1'), offers: CARD },
  { of: 'shop-offers', placement: 'search', way: page('/search?q=product'), offers: CARD },
  { of: 'tandem', placement: 'cart-drawer', way: { kind: 'drawer' }, offers: 'cart-drawer .tandem-card' },
  { of: 'purchase.checkout.block.render', placement: 'checkout', way: { kind: 'checkout' }, offers: ROW },
  { of: 'purchase.checkout.cart-line-item.render-after', placement: 'checkout', way: { kind: 'checkout' }, offers: ROW },
  { of: 'purchase.thank-you.block.render', placement: 'thank-you', way: { kind: 'paid' }, offers: ROW },
  { of: 'customer-account.order-status.block.render', placement: 'order-status', way: { kind: 'order' }, offers: ROW },
  { of: 'customer-account.order-index.block.render', placement: 'account', way: page('/account'), offers: ROW },
]
