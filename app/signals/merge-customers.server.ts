import type { PoolClient } from 'pg'
import type { CustomerId, ShopId } from '#app/commerce/ids.ts'
import { buriedAmong, bury } from '#app/ingest/tombstones.server.ts'

/**
 * Two customers are one from now on: orders of the one that is gone count for the one that is kept, those that come later
 * as well. Who is to be forgotten stays so under either id.
 */
export async function mergeCustomers(client: PoolClient, shop: ShopId, gone: CustomerId, into: CustomerId): Promise<void> {
  const kept = await finallyKept(client, shop, into)
  if (kept === gone) return
  const buried = await buriedAmong(client, shop, 'customer', [gone, kept])
  if (buried.has(kept)) await bury(client, shop, 'customer', [gone])
  const heir = buried.has(kept) ? null : kept
  await client.query('UPDATE "order" SET customer_id = $3 WHERE shop_id = $1 AND customer_id = $2', [shop, gone, heir])
  if (buried.size > 0) return
  await client.query('UPDATE merged_customer SET kept_id = $3 WHERE shop_id = $1 AND kept_id = $2', [shop, gone, kept])
  await client.query(
    'INSERT INTO merged_customer (shop_id, gone_id, kept_id) VALUES ($1, $2, $3) ON CONFLICT (shop_id, gone_id) DO UPDATE SET kept_id = excluded.kept_id',
    [shop, gone, kept],
  )
}

/** Gives staged orders of customers that are gone to those that were kept. */
export async function mergeStaged(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query(
    'UPDATE staged_order SET customer_id = merged.kept_id FROM merged_customer AS merged WHERE merged.shop_id = $1 AND merged.gone_id = staged_order.customer_id',
    [shop],
  )
}

/** Nobody who is kept is gone as well: whoever is merged later takes those along that were merged into them. */
async function finallyKept(client: PoolClient, shop: ShopId, id: CustomerId): Promise<CustomerId> {
  const { rows } = await client.query<{ kept_id: CustomerId }>('SELECT kept_id FROM merged_customer WHERE shop_id = $1 AND gone_id = $2', [
    shop,
    id,
  ])
  return rows[0]?.kept_id ?? id
}
