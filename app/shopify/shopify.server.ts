import '@shopify/shopify-app-remix/adapters/node'
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime'
import { HttpResponseError } from '@shopify/shopify-api'
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp, type AdminApiContext } from '@shopify/shopify-app-remix/server'
import type { ShopId } from '#app/commerce/ids.ts'
import { API_SECRETS, env } from '#app/platform/env.server.ts'
import { fetchShopify } from './fetch-shopify.server.ts'
import { log } from '#app/platform/log.server.ts'
import { RENEW_BEFORE_MS, renewAccess } from '#app/shopify/access/renew-access.server.ts'
import { sessionStorage } from '#app/shopify/access/session-storage.server.ts'
import { signerOf } from '#app/shopify/access/session-token.server.ts'
import { AccessLost, ShopifyUnreachable } from './shopify-failures.ts'

/** The Admin API of one shop, with that shop's own token inside. */
export type AdminApi = AdminApiContext

// Shopify's library asks with an address, never with a Request.
setAbstractFetchFunc((address, init) => fetchShopify(address as string | URL, init))

// One for each secret: Shopify's library knows one. What no merchant's token stands behind goes by the one of today.
const apps = new Map(API_SECRETS.map((secret) => [secret, openApp(secret)]))
const shopify = apps.get(env.SHOPIFY_API_SECRET)!

/** Lets in whoever holds a session token that Shopify signed; see Shopify's library. */
export function authenticateAdmin(request: Request, token: string | undefined): ReturnType<typeof shopify.authenticate.admin> {
  const signer = token === undefined ? undefined : signerOf(token, API_SECRETS)
  const { authenticate } = (signer !== undefined && apps.get(signer)) || shopify
  return authenticate.admin(request)
}

/**
 * The Admin API of a shop for work that no merchant waits for, with a token that is renewed as it ages. This and every
 * ask throw AccessLost where the shop has withdrawn its consent, ShopifyUnreachable where no new token can be had now.
 */
export async function adminOf(shop: ShopId): Promise<AdminApi> {
  let { admin, session } = await open(shop)
  const graphql = async (...asked: Parameters<AdminApi['graphql']>): Promise<Response> => {
    if (session.isExpired(RENEW_BEFORE_MS)) ({ admin, session } = await open(shop))
    try {
      return await admin.graphql(...asked)
    } catch (error) {
      if (!(error instanceof HttpResponseError) || error.response.code !== 401) throw error
      await renew(shop, session.accessToken)
      ;({ admin, session } = await open(shop))
      return admin.graphql(...asked)
    }
  }
  return { graphql: graphql as AdminApi['graphql'] }
}

async function open(shop: ShopId) {
  const held = (await sessionStorage.findSessionsByShop!(shop)).find(({ isOnline }) => !isOnline)
  if (!held || held.isExpired(RENEW_BEFORE_MS)) await renew(shop, undefined)
  return shopify.unauthenticated.admin(shop)
}

async function renew(shop: ShopId, spent: string | undefined): Promise<void> {
  const renewal = await renewAccess(shop, spent, Date.now())
  if (renewal.kind === 'lost') throw new AccessLost('The shop has no token')
  if (renewal.kind === 'unreachable') throw new ShopifyUnreachable(renewal.why)
}

function openApp(apiSecretKey: string) {
  return shopifyApp({
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey,
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
}
