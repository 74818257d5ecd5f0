import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { eraseCustomers } from '#app/serve/snapshots/store-customers.server.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import { normalScopes } from '#app/shopify/normal-scopes.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'

const GRANTED_SCOPES = `#graphql
  query GrantedScopes {
    currentAppInstallation { accessScopes { handle } }
  }` as const

/** Scopes that show more orders, or more of each: what is granted late is read late. */
const SHOW_MORE_OF_ORDERS: readonly string[] = ['read_all_orders', 'read_customers']

export interface ScopesNow {
  /** More orders are allowed to be read than before, or more of each. */
  readonly moreOrders: boolean
  /** Markets may be read, or may no longer. */
  readonly otherMarkets: boolean
  /** Category attributes may be read by name, or may no longer. */
  readonly otherMetaobjects: boolean
  /** Discounts may be made, or may no longer. */
  readonly otherDiscounts: boolean
}

/**
 * Asks Shopify what the app may do in the shop now and writes it down. Customer ids go at once where the merchant took
 * back the leave to have them. Returns what is to be looked at again.
 */
export async function refreshScopes(shop: ShopId, admin: AdminApi): Promise<ScopesNow> {
  const { currentAppInstallation } = await callAdmin(admin, GRANTED_SCOPES)
  const scopes = normalScopes(currentAppInstallation.accessScopes.map(({ handle }) => handle))
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ scopes: string[] }>('SELECT scopes FROM shop WHERE id = $1 FOR NO KEY UPDATE', [shop])
    const before = rows[0]?.scopes
    if (!before) return { moreOrders: false, otherMarkets: false, otherMetaobjects: false, otherDiscounts: false }
    await client.query('UPDATE shop SET scopes = $2 WHERE id = $1', [shop, scopes])
    // A living token can do at once what was granted, and says so.
    await client.query('UPDATE session SET scope = $2 WHERE shop = $1', [shop, scopes.join()])
    if (!scopes.includes('read_customers')) {
      await client.query('UPDATE "order" SET customer_id = NULL WHERE shop_id = $1 AND customer_id IS NOT NULL', [shop])
      await eraseCustomers(client, shop)
    }
    return {
      moreOrders: SHOW_MORE_OF_ORDERS.some((scope) => scopes.includes(scope) && !before.includes(scope)),
      otherMarkets: scopes.includes('read_markets') !== before.includes('read_markets'),
      otherMetaobjects: scopes.includes('read_metaobjects') !== before.includes('read_metaobjects'),
      otherDiscounts: scopes.includes('write_discounts') !== before.includes('write_discounts'),
    }
  })
}
