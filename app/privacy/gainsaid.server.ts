import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { FORGETTING, type StoredDelivery } from '#app/inbox/inbox.server.ts'
import { pool } from '#app/platform/db.server.ts'

/** A delivery that asks for what cannot be undone, and that Shopify itself gainsays: the app is still in the shop. */
export interface Gainsaid {
  readonly topic: string
  readonly receivedAt: Date
}

const IS_GAINSAID = `applied_at IS NULL AND doubt = 'still-in'`

/** Lets a delivery wait for so many milliseconds from now, and says why. It stands for those of its topic that waited so before. */
export async function letWait(
  client: PoolClient,
  shop: ShopId,
  { topic, webhookId }: StoredDelivery,
  doubt: string,
  forMs: number,
): Promise<void> {
  await client.query(
    `UPDATE delivery SET doubt = $4, again_at = clock_timestamp() + make_interval(secs => $5)
     WHERE shop_id = $1 AND topic = $2 AND webhook_id = $3 AND applied_at IS NULL`,
    [shop, topic, webhookId, doubt, forMs / 1000],
  )
  await client.query(
    `UPDATE delivery SET applied_at = clock_timestamp()
     WHERE shop_id = $1 AND topic = $2 AND webhook_id <> $3 AND applied_at IS NULL AND doubt IS NOT NULL`,
    [shop, topic, webhookId],
  )
}

/** Shops of which something that waited so is to be looked at again. */
export async function shopsDueAgain(): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: ShopId }>(
    'SELECT DISTINCT shop_id AS shop FROM delivery WHERE applied_at IS NULL AND again_at <= now() AND topic = ANY ($1)',
    [FORGETTING],
  )
  return rows.map(({ shop }) => shop)
}

/** What waits because the app is still in the shop, oldest first. */
export async function listGainsaid(shop: ShopId): Promise<Gainsaid[]> {
  const { rows } = await pool.query<Gainsaid>(
    `SELECT topic, received_at AS "receivedAt" FROM delivery WHERE shop_id = $1 AND ${IS_GAINSAID} ORDER BY received_at, webhook_id`,
    [shop],
  )
  return rows
}

/** The merchant says that the app stays and nothing is to be deleted: what waits so comes to nothing. */
export async function dropGainsaid(shop: ShopId): Promise<void> {
  await pool.query(`UPDATE delivery SET applied_at = now() WHERE shop_id = $1 AND ${IS_GAINSAID}`, [shop])
}
