interface Place {
  /** The shop in whose admin the page stands; without one nobody may frame it. */
  readonly shop: string | undefined
  /** Drawn for one answer: what carries it was written by us, into this page. */
  readonly nonce?: string
  /** Where a local shop stands in for Shopify: its own address, and that of its App Bridge. */
  readonly localShopUrl: string | undefined
  readonly appBridgeUrl: string | undefined
}

/** App Bridge and what it loads. The same host gives out every merchant's files, which are nobody's to run here. */
const APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/'
const PICTURES = 'https://cdn.shopify.com'
/** What App Bridge asks and reports to. */
const SHOPIFY = ['https://*.shopify.com', 'https://*.shopifysvc.com']

/**
 * The Content-Security-Policy of every answer: only this shop's own admin may frame it, and what runs there is ours or App
 * Bridge. Styles may stand in the page: Polaris places and measures its parts by their `style`.
 */
export function contentPolicy({ shop, nonce, localShopUrl, appBridgeUrl }: Place): string {
  const local = localShopUrl ? localOrigins(localShopUrl) : []
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...(nonce ? [`'nonce-${nonce}'`] : []), APP_BRIDGE, ...(appBridgeUrl ? [appBridgeUrl] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', PICTURES, ...local],
    'font-src': ["'self'", PICTURES],
    'connect-src': ["'self'", ...SHOPIFY, ...local],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': shop === undefined ? ["'none'"] : [`https://${shop}`, 'https://admin.shopify.com', ...local],
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** A browser may know this machine by either name. */
function localOrigins(url: string): string[] {
  const { origin, port } = new URL(url)
  return [...new Set([origin, `http://localhost:${port}`, `http://*.localhost:${port}`])]
}
