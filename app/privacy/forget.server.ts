import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { stopComparisons } from '#app/measure/comparisons/comparison-store.server.ts'
import { unpublishMeasure } from '#app/measure/ledger/forget-visitors.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'

/**
 * What an uninstalled app may not rely on: Shopify deleted our metafields, our exports and our tokens with it, and what was
 * granted besides. Models go, too: nobody trains them anew where a customer is to be forgotten.
 */
const ENDED_BY_UNINSTALL = [
  'published_slot',
  'published_copy',
  'published_deals',
  'discount_node',
  'discount_state',
  'published_snapshot',
  'offerable_snapshot',
  'customer_snapshot',
  'model_snapshot',
  'sync',
  'market',
  'leaving',
  'echo',
  'pixel',
  'storefront_event',
] as const

/**
 * The app was uninstalled: its tokens are worthless, and nothing of ours runs for the shop until it comes back. Rules and
 * what was read stay until Shopify asks for their deletion, two days later, so that an error of the merchant's can be undone.
 */
export async function leaveShop(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query('UPDATE shop SET uninstalled_at = coalesce(uninstalled_at, now()) WHERE id = $1', [shop])
  await client.query('DELETE FROM session WHERE shop = $1', [shop])
  await dropWhatEnded(client, shop)
  await unpublishMeasure(client, shop)
  await stopComparisons(client, shop)
  // What applies this delivery is itself a job.
  await client.query(
    `UPDATE jobs.job SET state = 'cancelled', completed_on = now() WHERE data->>'shop' = $1 AND state < 'completed' AND name <> 'apply'`,
    [shop],
  )
}

/**
 * The app was uninstalled and is back, and only now hears of it: what ended then is no more, its tokens are those of today.
 * `installation` is Shopify's id of the one that is there now. Changes nothing where we are not at work for the shop, or know
 * of that installation already.
 */
export async function beginAnew(client: PoolClient, shop: ShopId, installation: string): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE shop SET generation = generation + 1, installation = $2, met_at = clock_timestamp()
     WHERE id = $1 AND uninstalled_at IS NULL AND installation IS DISTINCT FROM $2`,
    [shop, installation],
  )
  if (rowCount === 0) return
  await dropWhatEnded(client, shop)
  await unpublishMeasure(client, shop)
  await stopComparisons(client, shop)
  await enqueueWith(client, 'sync', shop)
}

async function dropWhatEnded(client: PoolClient, shop: ShopId): Promise<void> {
  for (const table of ENDED_BY_UNINSTALL) await client.query(`DELETE FROM ${table} WHERE shop_id = $1`, [shop])
}

/**
 * Deletes every row that names the shop, whatever table it is in: a table that belongs to a shop says so in `shop_id`.
 * The jobs' rows go as well, that of the running job included; what it reports at its end then finds no row, and is done.
 */
export async function forgetShop(client: PoolClient, shop: ShopId): Promise<void> {
  // Whoever adds a row meanwhile waits, and then finds no shop.
  await client.query('SELECT FROM shop WHERE id = $1 FOR UPDATE', [shop])
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.columns
     WHERE table_schema = current_schema() AND column_name = 'shop_id' ORDER BY table_name`,
  )
  for (const { name } of rows) await client.query(`DELETE FROM ${name} WHERE shop_id = $1`, [shop])
  await client.query('DELETE FROM session WHERE shop = $1', [shop])
  await client.query('DELETE FROM shop WHERE id = $1', [shop])
  await forgetJobs(client, shop, 'true')
}

/** What came for a shop that we know nothing of is not kept, nor that it came; the job that looked at it goes as well. */
export async function forgetStranger(shop: ShopId): Promise<void> {
  await inTransaction(async (client) => {
    const { rowCount } = await client.query('SELECT FROM shop WHERE id = $1', [shop])
    if (rowCount !== 0) return
    await client.query('DELETE FROM delivery WHERE shop_id = $1 AND applied_at IS NOT NULL', [shop])
    await forgetJobs(client, shop, `name = 'apply' AND state >= 'active'`)
  })
}

async function forgetJobs(client: PoolClient, shop: ShopId, which: string): Promise<void> {
  await client.query(`DELETE FROM jobs.job WHERE data->>'shop' = $1 AND ${which}`, [shop])
  // The queue keeps a list of who has a job under way, brought up to date now and then.
  await client.query('UPDATE jobs.queue SET singletons_active = array_remove(singletons_active, $1) WHERE $1 = ANY (singletons_active)', [
    shop,
  ])
}
