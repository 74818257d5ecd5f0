import type { ShopId } from '#app/commerce/ids.ts'
import { isBlockPlaced } from '#app/publish/placed-block.server.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import { normalScopes } from '#app/shopify/normal-scopes.ts'
import { adminOf, type AdminApi } from '#app/shopify/shopify.server.ts'
import type { AppConfig } from './app-config.ts'
import { ill, unknown, well, type Finding } from './finding.ts'
import { lookAtProxy } from './look-at-proxy.ts'
import { lookAtWebhooks } from './look-at-webhooks.ts'
import { readFailureWords } from './read-failure-words.ts'
import { scopesGranted } from './scopes-granted.ts'

const INSTALLATION = `#graphql
  query InstallationNow {
    currentAppInstallation { accessScopes { handle } }
    webhookSubscriptions(first: 50) { nodes { topic uri } }
  }` as const

/** What can be seen of one shop from here: each thing named after the shop. */
export async function lookAtShop(shop: ShopId, installedAt: Date, config: AppConfig): Promise<readonly Finding[]> {
  const proxy = lookAtProxy(shop, config)
  let admin: AdminApi
  let granted: string[]
  let subscribed: readonly { readonly topic: string; readonly uri: string }[]
  try {
    admin = await adminOf(shop)
    const { currentAppInstallation, webhookSubscriptions } = await callAdmin(admin, INSTALLATION, undefined, { patience: 0 })
    granted = normalScopes(currentAppInstallation.accessScopes.map(({ handle }) => handle))
    subscribed = webhookSubscriptions.nodes
  } catch (error) {
    return [ill('Shopify', ...readFailureWords(error)), await proxy]
  }
  return [
    well('Shopify', 'answers with the stored token'),
    scopesGranted(granted, config),
    ...(await lookAtWebhooks(shop, installedAt, granted, subscribed)),
    await proxy,
    await blockPlaced(admin, granted),
  ]
}

async function blockPlaced(admin: AdminApi, granted: readonly string[]): Promise<Finding> {
  const mend = 'Open the theme editor from the app’s home page and add the block to a product page.'
  const unseen = unknown('Block', 'without read_themes nobody can see from here whether it is placed.', 'The theme editor shows it.')
  if (!granted.includes('read_themes')) return unseen
  try {
    const isPlaced = await isBlockPlaced(admin)
    if (isPlaced === undefined) return unseen
    return isPlaced ? well('Block', 'is placed on a product page') : ill('Block', 'is on no product page of the published theme.', mend)
  } catch (error) {
    return ill('Block', ...readFailureWords(error))
  }
}
