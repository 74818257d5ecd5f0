import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { writeCustomers } from './customer-snapshot.server.ts'
import { storeSnapshot } from './store-snapshot.server.ts'

/**
 * Stores what comes next for the shop's customers, as `writeLists` makes it, for the storefront door to fetch. Nothing is stored
 * where the merchant does not let the app know customers.
 */
export async function storeCustomers(client: PoolClient, shop: ShopId, lists: Uint8Array): Promise<void> {
  await storeSnapshot(client, 'customer_snapshot', shop, writeCustomers(shop, lists), `'read_customers' = ANY (scopes)`)
}

/** Erases what was known to come next for the shop's customers: until it is learnt anew, nothing does. */
export async function eraseCustomers(client: PoolClient, shop: ShopId): Promise<boolean> {
  const { rowCount } = await client.query('DELETE FROM customer_snapshot WHERE shop_id = $1', [shop])
  return rowCount === 1
}
