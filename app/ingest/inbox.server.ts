import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/db.server.ts'
import type { Kept } from './keep-allowed.ts'
import type { VerifiedDelivery } from './verify-webhook.server.ts'

export interface StoredDelivery {
  readonly topic: string
  readonly webhookId: string
  readonly kept: Kept
}

/** Topics of deliveries that end or forget something: they wait in a line of their own, before all others. */
const FORGETTING = ['app/uninstalled', 'customers/data_request', 'customers/redact', 'shop/redact']

/**
 * Stores a delivery durably, once: a repeated webhook id changes nothing. For a shop that is not with us only what forgets
 * is stored; its row is held meanwhile, so that nothing slips in behind a deletion. True when something was stored.
 */
export async function storeDelivery({ shop, topic, webhookId, triggeredAt }: VerifiedDelivery, kept: Kept): Promise<boolean> {
  const isAlwaysWanted = FORGETTING.includes(topic)
  const { rowCount } = await pool.query(
    `INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at)
     SELECT $1, $2, $3, $4::jsonb, to_timestamp($5 / 1000.0)
     ${isAlwaysWanted ? '' : 'FROM shop WHERE id = $1 AND uninstalled_at IS NULL FOR KEY SHARE'} ON CONFLICT DO NOTHING`,
    [shop, topic, webhookId, JSON.stringify(kept), triggeredAt],
  )
  return rowCount === 1
}

/** The shop's oldest deliveries that wait to be applied, but for those that forget. */
export function waitingDeliveries(shop: ShopId, most: number): Promise<StoredDelivery[]> {
  return waiting(shop, 'topic <> ALL ($2)', most)
}

/** The shop's oldest deliveries that end or forget something and wait to be applied. */
export function waitingToForget(shop: ShopId, most: number): Promise<StoredDelivery[]> {
  return waiting(shop, 'topic = ANY ($2)', most)
}

async function waiting(shop: ShopId, which: string, most: number): Promise<StoredDelivery[]> {
  const { rows } = await pool.query<{ topic: string; webhook_id: string; kept: Kept }>(
    `SELECT topic, webhook_id, kept FROM delivery WHERE shop_id = $1 AND applied_at IS NULL AND ${which} ORDER BY received_at, webhook_id LIMIT $3`,
    [shop, FORGETTING, most],
  )
  return rows.map(({ topic, webhook_id, kept }) => ({ topic, webhookId: webhook_id, kept }))
}

/** Marks deliveries as applied, in the transaction that applied them: both stand, or neither. */
export async function markApplied(client: PoolClient, shop: ShopId, deliveries: readonly StoredDelivery[]): Promise<void> {
  await client.query(
    `UPDATE delivery SET applied_at = now()
     FROM unnest($2::text[], $3::text[]) AS done (topic, webhook_id)
     WHERE delivery.shop_id = $1 AND delivery.topic = done.topic AND delivery.webhook_id = done.webhook_id`,
    [shop, deliveries.map(({ topic }) => topic), deliveries.map(({ webhookId }) => webhookId)],
  )
}
