import { env } from '#app/env.server.ts'

/**
 * The one way out to a shop's domain, for our own asks and for those of Shopify's library. Where a local shop stands in
 * for Shopify, it is asked instead; the code that asks stays the same.
 */
export function fetchShopify(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  const { hostname, pathname, search } = new URL(request.url)
  if (!env.LOCAL_SHOP_URL || !hostname.endsWith('.myshopify.com')) return fetch(request)
  const local = new Request(new URL(pathname + search, env.LOCAL_SHOP_URL), request)
  local.headers.set('x-simulated-shop', hostname)
  return fetch(local)
}
