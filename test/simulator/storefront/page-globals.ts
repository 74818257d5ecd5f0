import { shopId } from '../admin/global-id.ts'
import { AllProductsDrop } from './liquid/drops/all-products-drop.ts'
import { cartDrop } from './liquid/drops/cart-drop.ts'
import { CollectionDrop } from './liquid/drops/collection-drop.ts'
import { MetafieldsDrop } from './liquid/drops/metafields-drop.ts'
import { productOnShelf } from './liquid/drops/product-drop.ts'
import type { Shelf } from './liquid/drops/shelf.ts'
import type { LiquidGlobals } from './liquid/open-liquid.ts'
import { readThemeSettings } from './theme-settings.ts'
import type { Visit } from './visit.ts'

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

/** The objects that Liquid knows on every page. `?design_mode` shows it as the theme editor would. */
export function pageGlobals(visit: Visit, shelf: Shelf, now: Date): LiquidGlobals {
  const { shop, root, locale, customer } = visit
  const market = [...shop.markets.values()].find(({ handle }) => handle === shop.facts.market)
  return {
    request: {
      locale: { iso_code: locale },
      design_mode: visit.query.has('design_mode'),
      visual_preview_mode: visit.query.has('visual_preview_mode'),
      origin: new URL(visit.request.url).origin,
      path: root + visit.path,
      page_type: pageType(visit.path),
    },
    direction: rightToLeft.has(locale) ? 'rtl' : 'ltr',
    shop: {
      timezone: shop.facts.timezone,
      name: shop.facts.name,
      money_format: market?.moneyFormat ?? shop.facts.moneyFormat,
      currency: shop.facts.currency,
      metafields: new MetafieldsDrop({ type: 'SHOP', id: shopId(shop.facts), metafields: [] }, shelf, (id) => productOnShelf(shelf, id)),
    },
    cart: cartDrop(shelf, visit.cart),
    customer: customer && {
      id: customer.id,
      first_name: customer.firstName,
      last_name: customer.lastName,
      email: customer.email,
      tags: customer.tags ?? [],
      orders_count: [...shop.orders.values()].filter(({ customerId }) => customerId === customer.id).length,
    },
    localization: { market: { handle: shop.facts.market ?? 'primary' }, language: { iso_code: locale } },
    all_products: new AllProductsDrop(shelf),
    collections: [...shop.collections.values()].map((collection) => new CollectionDrop(collection, shelf)),
    routes: {
      root_url: root || '/',
      cart_url: `${root}/cart`,
      cart_add_url: `${root}/cart/add`,
      cart_change_url: `${root}/cart/change`,
      cart_update_url: `${root}/cart/update`,
      collections_url: `${root}/collections`,
      search_url: `${root}/search`,
      account_login_url: `${root}/account/login`,
      account_logout_url: `${root}/account/logout`,
      buy_now_url: `${root}/cart/buy-now`,
      checkout_url: `${root}/checkout`,
    },
    settings: readThemeSettings(shop.themeFiles),
    now: now.toISOString(),
    // No theme knows of it: the platform puts it on the page.
    web_pixel: shop.pixel,
  }
}

function pageType(path: string): string {
  const [first = '', handle] = path.slice(1).split('/')
  const types: Readonly<Record<string, string>> = { '': 'index', products: 'product', cart: 'cart', search: 'search' }
  return first === 'collections' ? (handle ? 'collection' : 'list-collections') : (types[first] ?? '404')
}
