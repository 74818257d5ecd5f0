import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { versionOf } from './checked-bytes.server.ts'
import { writeCustomers } from './customer-snapshot.server.ts'

/**
 * Stores what comes next for the shop's customers, as `writeLists` makes it, for the storefront door to fetch; the same content
 * once. Nothing is stored where the merchant does not let the app know customers.
 */
export async function storeCustomers(client: PoolClient, shop: ShopId, lists: Uint8Array): Promise<void> {
  const bytes = writeCustomers(shop, lists)
  await client.query(
    `INSERT INTO customer_snapshot (shop_id, version, bytes, stored_at)
     SELECT id, $2, $3, now() FROM shop WHERE id = $1 AND uninstalled_at IS NULL AND 'read_customers' = ANY (scopes)
     ON CONFLICT (shop_id) DO UPDATE SET version = excluded.version, bytes = excluded.bytes, stored_at = excluded.stored_at
       WHERE customer_snapshot.version <> excluded.version`,
    [shop, versionOf(bytes), bytes],
  )
}

/** Erases what was known to come next for the shop's customers: until it is learnt anew, nothing does. */
export async function eraseCustomers(client: PoolClient, shop: ShopId): Promise<boolean> {
  const { rowCount } = await client.query('DELETE FROM customer_snapshot WHERE shop_id = $1', [shop])
  return rowCount === 1
}
