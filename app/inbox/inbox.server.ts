import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Payload } from './allowed-fields.ts'

export interface StoredDelivery {
  readonly topic: string
  readonly webhookId: string
  readonly kept: Payload
  /** By the database's clock. */
  readonly receivedAt: Date
}

/** Topics of deliveries that end or forget something: they wait in a line of their own, before all others. */
export const FORGETTING = ['app/uninstalled', 'customers/data_request', 'customers/redact', 'shop/redact']

const WAITS = 'shop_id = $1 AND applied_at IS NULL AND failure IS NULL'
/** What Shopify gainsaid is looked at again only when that is due. */
const IS_DUE = '(again_at IS NULL OR again_at <= now())'

/**
 * The shop's oldest deliveries that wait to be applied, but for those that forget. What failed before comes last. What may be
 * an echo of our own writing comes only where it is wanted.
 */
export function waitingDeliveries(shop: ShopId, most: number, withEchoes = true): Promise<StoredDelivery[]> {
  return read(pool, `${WAITS} AND topic <> ALL ($2) AND ($4 OR NOT kept ? 'tells') ORDER BY tries, received_at, webhook_id LIMIT $3`, [
    shop,
    FORGETTING,
    most,
    withEchoes,
  ])
}

/** Shops in whose inbox something has waited for so many milliseconds. */
export async function shopsWaiting(milliseconds: number): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: ShopId }>(
    `SELECT DISTINCT shop_id AS shop FROM delivery
     WHERE applied_at IS NULL AND failure IS NULL AND again_at IS NULL AND received_at < now() - $1 * interval '1 millisecond'`,
    [milliseconds],
  )
  return rows.map(({ shop }) => shop)
}

/** The shop's oldest deliveries that end or forget something and are to be applied now. */
export function waitingToForget(shop: ShopId, most: number): Promise<StoredDelivery[]> {
  return read(pool, `${WAITS} AND ${IS_DUE} AND topic = ANY ($2) ORDER BY received_at, webhook_id LIMIT $3`, [shop, FORGETTING, most])
}

/** Those of the deliveries that still wait, oldest first: until the transaction ends nobody else applies or erases them. */
export function holdWaiting(client: PoolClient, shop: ShopId, deliveries: readonly StoredDelivery[]): Promise<StoredDelivery[]> {
  return read(
    client,
    `${WAITS} AND (topic, webhook_id) IN (SELECT * FROM unnest($2::text[], $3::text[])) ORDER BY received_at, webhook_id FOR UPDATE`,
    [shop, ...keysOf(deliveries)],
  )
}

/** Marks deliveries as applied, in the transaction that applied them: both stand, or neither. */
export async function markApplied(client: PoolClient, shop: ShopId, deliveries: readonly StoredDelivery[]): Promise<void> {
  // The clock's time, not the transaction's: whatever Shopify was asked for them, it was asked before.
  await client.query(
    `UPDATE delivery SET applied_at = clock_timestamp() FROM unnest($2::text[], $3::text[]) AS done (topic, webhook_id)
     WHERE delivery.shop_id = $1 AND delivery.topic = done.topic AND delivery.webhook_id = done.webhook_id`,
    [shop, ...keysOf(deliveries)],
  )
}

/** Marks whatever waits for a shop that is not with us, but for what forgets, as needing nothing any more. */
export async function dropWaiting(shop: ShopId): Promise<void> {
  await pool.query('UPDATE delivery SET applied_at = now() WHERE shop_id = $1 AND applied_at IS NULL AND topic <> ALL ($2)', [
    shop,
    FORGETTING,
  ])
}

async function read(from: Pick<PoolClient, 'query'>, where: string, values: unknown[]): Promise<StoredDelivery[]> {
  const { rows } = await from.query<StoredDelivery>(
    `SELECT topic, webhook_id AS "webhookId", kept, received_at AS "receivedAt" FROM delivery WHERE ${where}`,
    values,
  )
  return rows
}

function keysOf(deliveries: readonly StoredDelivery[]): [string[], string[]] {
  return [deliveries.map(({ topic }) => topic), deliveries.map(({ webhookId }) => webhookId)]
}
