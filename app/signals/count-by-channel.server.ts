import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** Orders of one channel. */
export interface ChannelOrders {
  /** In Shopify's words (`web`, `pos`, an app's id), or `b2b`; null where nobody said. */
  readonly channel: string | null
  readonly orders: number
  /** Those of which it is known which browser's visits led to them. */
  readonly known: number
}

/** How many orders were made in each channel since a moment, the most first. */
export async function countByChannel(shop: ShopId, since: Date): Promise<ChannelOrders[]> {
  const { rows } = await pool.query<ChannelOrders>(
    `SELECT channel, count(*)::bigint AS orders, count(visit)::bigint AS known FROM "order"
     WHERE shop_id = $1 AND processed_at >= $2 AND cancelled_at IS NULL GROUP BY channel ORDER BY 2 DESC`,
    [shop, since],
  )
  return rows
}
