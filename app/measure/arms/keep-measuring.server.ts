import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction, pool } from '#app/platform/db.server.ts'
import { writeMeasureNote } from '#app/publish/shop-metafield.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { readPastOrders } from '#app/signals/past-orders.server.ts'
import { runningComparison } from '../comparisons/comparison-store.server.ts'
import { fixTerms } from './terms.ts'
import { beginMeasuring, noteOf, readMeasurement } from './measurement.server.ts'

/** Of how many days orders tell what an order usually comes to. */
const PAST_DAYS = 180

/**
 * Begins to measure a shop once something of ours is live in it, and tells its storefront what that must know, where that has changed.
 * Throws as `writeMeasureNote` does.
 */
export async function keepMeasuring(shop: ShopId, findAdmin: () => Promise<AdminApi>, now: Date, signal?: AbortSignal): Promise<void> {
  if (!(await readMeasurement(shop))) {
    const terms = fixTerms(await readPastOrders(shop, PAST_DAYS), PAST_DAYS)
    await inTransaction((client) => beginMeasuring(client, shop, terms, now))
  }
  const note = JSON.stringify(noteOf(await readMeasurement(shop), (await runningComparison(shop))?.id))
  const { rows } = await pool.query<{ published: string | null }>('SELECT published FROM measurement WHERE shop_id = $1', [shop])
  if (rows[0]?.published === note) return
  await writeMeasureNote(await findAdmin(), note, signal)
  await pool.query('UPDATE measurement SET published = $2 WHERE shop_id = $1', [shop, note])
}
