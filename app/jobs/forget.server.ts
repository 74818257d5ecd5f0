import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'

/** The app was uninstalled: its tokens are worthless, and nothing of ours runs for the shop until it comes back. */
export async function leaveShop(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query('UPDATE shop SET uninstalled_at = now() WHERE id = $1', [shop])
  await client.query('DELETE FROM session WHERE shop = $1', [shop])
}

/** Deletes the named orders and unties every other order from the customer. */
export async function forgetCustomer(
  client: PoolClient,
  shop: ShopId,
  customer: CustomerId | null,
  orders: readonly OrderId[],
): Promise<void> {
  await client.query('DELETE FROM order_line WHERE shop_id = $1 AND order_id = ANY ($2::bigint[])', [shop, orders])
  await client.query('DELETE FROM "order" WHERE shop_id = $1 AND id = ANY ($2::bigint[])', [shop, orders])
  await client.query('UPDATE "order" SET customer_id = NULL WHERE shop_id = $1 AND customer_id = $2', [shop, customer])
}

const SHOP_TABLES = ['product', 'collection', 'collection_member', '"order"', 'order_line', 'published_slot']

/** Deletes everything of a shop's but the deliveries of this inbox, which say that it was done. */
export async function forgetShop(client: PoolClient, shop: ShopId): Promise<void> {
  for (const table of SHOP_TABLES) await client.query(`DELETE FROM ${table} WHERE shop_id = $1`, [shop])
  await client.query('DELETE FROM session WHERE shop = $1', [shop])
  await client.query('DELETE FROM shop WHERE id = $1', [shop])
  await client.query(`UPDATE delivery SET kept = '{"kind":"redact-shop"}' WHERE shop_id = $1`, [shop])
}
