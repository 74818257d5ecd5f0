import '@shopify/shopify-app-remix/adapters/node'
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime'
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp, type AdminApiContext } from '@shopify/shopify-app-remix/server'
import type { ShopId } from '#app/commerce/ids.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/log.server.ts'
import { sessionStorage } from '#app/session-storage.server.ts'

/** The Admin API of one shop, with that shop's own token inside. */
export type AdminApi = AdminApiContext

if (env.LOCAL_SHOP_URL) answerLocally(env.LOCAL_SHOP_URL)

const shopify = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: ApiVersion.July26,
  appUrl: env.SHOPIFY_APP_URL,
  authPathPrefix: '/auth',
  sessionStorage,
  distribution: AppDistribution.AppStore,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: {
    level: LogSeverity.Warning,
    log: async (severity, message) => (severity === LogSeverity.Error ? log.error(message) : log.warn(message)),
  },
})

export const { authenticate } = shopify

/** The Admin API of a shop for work that no merchant waits for. Throws SessionNotFoundError where the shop has no token. */
export async function adminOf(shop: ShopId): Promise<AdminApi> {
  const { admin } = await shopify.unauthenticated.admin(shop)
  return admin
}

/** Sends what goes to a shop's domain to the local shop instead; the code that sends it stays the same. */
function answerLocally(url: string): void {
  setAbstractFetchFunc((input, init) => {
    const request = new Request(input, init)
    const { hostname, pathname, search } = new URL(request.url)
    if (!hostname.endsWith('.myshopify.com')) return fetch(request)
    const local = new Request(new URL(pathname + search, url), request)
    local.headers.set('x-simulated-shop', hostname)
    return fetch(local)
  })
}
