import { recordAnswerTime } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'

/**
 * The one way out to a shop's domain, for our own asks and for those of Shopify's library. Where a local shop stands in
 * for Shopify, it is asked instead; the code that asks stays the same. The caller's signal is handed on as it is: one
 * that follows another may be collected as garbage, and then ends nothing.
 */
export async function fetchShopify(address: string | URL, init: RequestInit = {}): Promise<Response> {
  const response = await send(address, init)
  if (isShops(address)) recordAnswerTime(response.headers)
  return response
}

function send(address: string | URL, init: RequestInit): Promise<Response> {
  const { hostname, pathname, search } = new URL(address)
  if (!env.LOCAL_SHOP_URL || !isShops(address)) return fetch(address, init)
  const headers = new Headers(init.headers)
  headers.set('x-simulated-shop', hostname)
  return fetch(new URL(pathname + search, env.LOCAL_SHOP_URL), { ...init, headers })
}

const isShops = (address: string | URL): boolean => new URL(address).hostname.endsWith('.myshopify.com')
