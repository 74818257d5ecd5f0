import type { Placement } from '#app/commerce/placement.ts'
import { editorLink } from '#app/publish/editor-link.ts'

/**
 * Which of our blocks draws a placement's slots, and the template on which it stands; the drawer's is an embed on every page. What
 * Shopify draws itself is arranged in an editor of its own, which opens at no page.
 */
const PLACES: Readonly<Record<Placement, { readonly block: string; readonly template: string } | 'embed' | 'checkout-editor'>> = {
  'product-page': { block: 'product-offers', template: 'product' },
  'cart-page': { block: 'cart-offers', template: 'cart' },
  'cart-drawer': 'embed',
  home: { block: 'shop-offers', template: 'index' },
  collection: { block: 'shop-offers', template: 'collection' },
  search: { block: 'shop-offers', template: 'search' },
  checkout: 'checkout-editor',
  'thank-you': 'checkout-editor',
  'order-status': 'checkout-editor',
  account: 'checkout-editor',
}

/** Opens the editor in which a placement's block is added; nothing changes before the merchant saves. `key` is the app's client id. */
export function placeLink(placement: Placement, key: string): string {
  const place = PLACES[placement]
  if (place === 'checkout-editor') return 'shopify://admin/settings/checkout'
  if (place === 'embed') return `shopify://admin/themes/current/editor?context=apps&activateAppId=${key}/tandem`
  return editorLink({ ...place, target: 'newAppsSection' }, key)
}
