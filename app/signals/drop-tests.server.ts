import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'

/** Takes out of the stage the orders that somebody made to try the checkout, and forgets those that had been recorded. */
export async function dropTests(client: PoolClient, shop: ShopId): Promise<void> {
  const { rows } = await client.query<{ ids: string[] | null }>('SELECT array_agg(DISTINCT id) AS ids FROM staged_order WHERE is_test')
  const ids = rows[0]?.ids
  if (!ids) return
  await client.query('DELETE FROM staged_line WHERE order_id = ANY ($1::bigint[])', [ids])
  await client.query('DELETE FROM staged_order WHERE id = ANY ($1::bigint[])', [ids])
  await client.query('DELETE FROM order_line WHERE shop_id = $1 AND order_id = ANY ($2::bigint[])', [shop, ids])
  await client.query('DELETE FROM "order" WHERE shop_id = $1 AND id = ANY ($2::bigint[])', [shop, ids])
}
