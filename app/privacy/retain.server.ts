import { forgetChanges } from '#app/catalog/changes.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { retainOffered } from '#app/measure/ledger/forget-visitors.server.ts'
import { inTransaction, pool } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import { dropOldSayings } from '#app/rules/sayings/by-model/saying-store.server.ts'
import { ANSWER_DAYS, DELIVERY_DAYS, EVENT_DAYS, firstRetainedDay, LEFT_DAYS } from '#app/signals/retention.ts'
import { forgetShop } from './forget.server.ts'

/** Deletes what a shop has kept for long enough. A shop that left and that Shopify never spoke of again goes altogether. */
export async function retain(shop: ShopId): Promise<void> {
  const left = await pool.query('SELECT FROM shop WHERE id = $1 AND uninstalled_at < now() - make_interval(days => $2)', [shop, LEFT_DAYS])
  if (left.rowCount) {
    await inTransaction((client) => forgetShop(client, shop))
    log.info({ shop }, 'A shop that left was forgotten')
    return
  }
  await pool.query('DELETE FROM delivery WHERE shop_id = $1 AND applied_at < now() - make_interval(days => $2)', [shop, DELIVERY_DAYS])
  await pool.query('DELETE FROM quarantined_line WHERE shop_id = $1 AND seen_at < now() - make_interval(days => $2)', [shop, DELIVERY_DAYS])
  await pool.query('DELETE FROM data_request WHERE shop_id = $1 AND answered_at < now() - make_interval(days => $2)', [shop, ANSWER_DAYS])
  await pool.query('DELETE FROM storefront_event WHERE shop_id = $1 AND received_at < now() - make_interval(days => $2)', [
    shop,
    EVENT_DAYS,
  ])
  // What has not been heard by now never will be.
  await pool.query(`DELETE FROM echo WHERE shop_id = $1 AND at < now() - interval '1 day'`, [shop])
  await forgetChanges(shop)
  await dropOldSayings(shop)
  await retainOffered(shop)
  const gone = await inTransaction(async (client) => {
    const old = [shop, firstRetainedDay(new Date())]
    await client.query(
      `DELETE FROM order_line USING "order" WHERE "order".shop_id = $1 AND "order".processed_at < $2::date
       AND order_line.shop_id = $1 AND order_line.order_id = "order".id`,
      old,
    )
    const { rowCount } = await client.query('DELETE FROM "order" WHERE shop_id = $1 AND processed_at < $2::date', old)
    if (rowCount) await enqueueWith(client, 'train', shop)
    return rowCount ?? 0
  })
  log.info({ shop, orders: gone }, 'What was kept for long enough was deleted')
}

/** Deliveries of shops that we do not know: privacy requests that came after everything else was gone. */
export async function retainStrays(): Promise<void> {
  await pool.query(
    `DELETE FROM delivery WHERE received_at < now() - make_interval(days => $1)
     AND NOT EXISTS (SELECT FROM shop WHERE shop.id = delivery.shop_id)`,
    [DELIVERY_DAYS],
  )
}
