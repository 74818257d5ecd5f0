import { z } from 'zod'
import type { ShopId } from '#app/commerce/ids.ts'
import { env } from '#app/platform/env.server.ts'
import { withTimeout } from '#app/platform/with-timeout.server.ts'
import { fetchShopify } from '#app/shopify/fetch-shopify.server.ts'

/** What Shopify gives for a refresh token; times in seconds from the answer. */
const pair = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
})
export type TokenPair = z.infer<typeof pair>

export type Refreshed =
  | { readonly kind: 'renewed'; readonly pair: TokenPair }
  /** The refresh token is worth nothing: revoked, replaced or too old. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'unreachable'; readonly why: string }

const TIME_LIMIT = 10_000

/** Exchanges a refresh token for a new pair. Until the new one is used the old one can be given again. */
export async function refreshTokens(shop: ShopId, refreshToken: string): Promise<Refreshed> {
  try {
    return await withTimeout(TIME_LIMIT, undefined, (signal) => ask(shop, refreshToken, signal))
  } catch (error) {
    return { kind: 'unreachable', why: error instanceof Error ? error.message : String(error) }
  }
}

async function ask(shop: ShopId, refreshToken: string, signal: AbortSignal): Promise<Refreshed> {
  const response = await fetchShopify(`https://${shop}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      client_id: env.SHOPIFY_API_KEY,
      client_secret: env.SHOPIFY_API_SECRET,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    }),
    signal,
  })
  // Any other status, 401 included, speaks of the weather or of our own credentials, not of the shop's consent.
  if (response.status === 400) return { kind: 'lost' }
  if (!response.ok) return { kind: 'unreachable', why: `Shopify answered ${response.status} when asked for a new token` }
  const read = pair.safeParse(await response.json())
  return read.success ? { kind: 'renewed', pair: read.data } : { kind: 'unreachable', why: 'Shopify answered without tokens' }
}
