import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { OFFERED_DAYS } from './offered-days.ts'

/**
 * Forgets browsers: what they came by goes, and what they came to stays in the sums, under a name that leads to nobody. To be called
 * while it is still known which browsers they are.
 */
export async function forgetVisitors(client: Pick<PoolClient, 'query'>, shop: ShopId, visitors: readonly string[]): Promise<void> {
  await client.query('DELETE FROM offered WHERE shop_id = $1 AND visitor = ANY ($2::text[])', [shop, visitors])
  await client.query('DELETE FROM measure_due WHERE shop_id = $1 AND visitor = ANY ($2::text[])', [shop, visitors])
  await client.query(
    `UPDATE measured_visitor SET visitor = 'gone/' || gen_random_uuid() WHERE shop_id = $1 AND visitor = ANY ($2::text[])`,
    [shop, visitors],
  )
}

/** Deletes what is kept for long enough of browsers that have come by nothing since; the sums keep what they came to. */
export async function retainOffered(shop: ShopId): Promise<void> {
  await pool.query(
    `WITH old AS (
       SELECT visitor, epoch FROM offered WHERE shop_id = $1 GROUP BY visitor, epoch HAVING max(at) < now() - make_interval(days => $2)
     ), gone AS (
       DELETE FROM offered USING old WHERE offered.shop_id = $1 AND offered.visitor = old.visitor AND offered.epoch = old.epoch)
     DELETE FROM measured_visitor AS row USING old WHERE row.shop_id = $1 AND row.visitor = old.visitor AND row.epoch = old.epoch`,
    [shop, OFFERED_DAYS],
  )
}

/** The app left the shop, and Shopify took away what the storefront knew: it is told again once the app is back. */
export async function unpublishMeasure(client: Pick<PoolClient, 'query'>, shop: ShopId): Promise<void> {
  await client.query('UPDATE measurement SET published = NULL WHERE shop_id = $1', [shop])
}
