import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { BasketLog } from './basket-log.ts'
import { eachPurchase } from './each-purchase.server.ts'
import { packLog } from './pack-log.ts'

export interface ReadLog {
  readonly log: BasketLog
  /** Shopify's id of each customer of the log. */
  readonly customerIds: Float64Array
}

/**
 * The shop's orders that may speak for what goes together, as models learn from them. `tell` hears how many were read, and
 * of about how many.
 */
export async function readBasketLog(shop: ShopId, now: number, tell: (read: number, total: number) => Promise<void>): Promise<ReadLog> {
  const { rows } = await pool.query<{ total: number }>('SELECT count(*) AS total FROM "order" WHERE shop_id = $1', [shop])
  const packer = packLog(now)
  let read = 0
  await tell(read, rows[0]!.total)
  await eachPurchase(shop, now, async (batch) => {
    for (const purchase of batch) packer.take(purchase)
    read += batch.length
    await tell(read, rows[0]!.total)
  })
  return { log: packer.pack(), customerIds: packer.customerIds() }
}
