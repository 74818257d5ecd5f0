/** The local shop signs with a secret that starts so; a real app's secret never does. */
export const LOCAL_SECRET_PREFIX = 'local-shop-'

interface Settings {
  readonly NODE_ENV: string
  readonly SHOPIFY_APP_URL: string
  readonly SHOPIFY_API_SECRET: string
  readonly LOCAL_SHOP_URL?: string | undefined
}

/**
 * Why these settings may not talk to a local shop, or undefined where they may (or do not ask to). Three things must
 * agree before Shopify is replaced: not production, loopback on both sides, and the local shop's own secret.
 */
export function localShopProblem({ NODE_ENV, SHOPIFY_APP_URL, SHOPIFY_API_SECRET, LOCAL_SHOP_URL }: Settings): string | undefined {
  if (LOCAL_SHOP_URL === undefined) return undefined
  if (NODE_ENV === 'production') return 'cannot be set in production'
  if (!isLoopback(LOCAL_SHOP_URL)) return 'must be on this machine (localhost)'
  if (!isLoopback(SHOPIFY_APP_URL)) return 'needs SHOPIFY_APP_URL on this machine (localhost), too'
  if (!SHOPIFY_API_SECRET.startsWith(LOCAL_SECRET_PREFIX)) return `needs a SHOPIFY_API_SECRET that starts with ${LOCAL_SECRET_PREFIX}`
  return undefined
}

function isLoopback(url: string): boolean {
  const host = /^https?:\/\/(\[[^\]]*\]|[^/:?#@]*)(?::\d+)?(?:[/?#]|$)/.exec(url)?.[1]
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]'
}
