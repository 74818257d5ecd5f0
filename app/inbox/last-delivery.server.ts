import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** When Shopify last told anything of the shop; undefined where nothing is in the inbox. */
export async function lastDeliveryAt(shop: ShopId): Promise<Date | undefined> {
  const { rows } = await pool.query<{ last: Date | null }>('SELECT max(received_at) AS last FROM delivery WHERE shop_id = $1', [shop])
  return rows[0]?.last ?? undefined
}
