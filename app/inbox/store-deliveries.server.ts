import { pool } from '#app/platform/db.server.ts'
import type { VerifiedDelivery } from '#app/shopify/verify-webhook.server.ts'
import type { Payload } from './allowed-fields.ts'
import { FORGETTING } from './inbox.server.ts'

/** What a delivery's headers say and what remains of its body. */
export interface Arrived {
  readonly delivery: VerifiedDelivery
  readonly kept: Payload
  /** The number of the shop that the body is of; null where it names none. */
  readonly shopNumber: number | null
}

/**
 * `kept`: it is in the inbox, now or since before. `unwanted`: the shop is not with us. `busy`: the shop is just being
 * forgotten, and whether it will be nobody knows yet. `foreign`: the body names another shop than the headers do.
 */
export type Stored = 'kept' | 'unwanted' | 'busy' | 'foreign'

const STORE = `
  WITH arrived AS (
    SELECT *, topic = ANY ($7) AS forgets, NOT EXISTS (SELECT FROM shop WHERE id = shop_id AND shop.number <> named) AS is_own
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::text[], $8::bigint[])
      WITH ORDINALITY AS arrived (shop_id, topic, webhook_id, kept, triggered_at, event_id, named, place)),
  known AS (SELECT id FROM shop WHERE id = ANY ($1) AND uninstalled_at IS NULL),
  -- One that waits since Shopify gainsaid it is looked at again at once, and stands for the new one as well.
  gainsaid AS (
    UPDATE delivery SET again_at = NULL FROM arrived
    WHERE forgets AND is_own AND delivery.shop_id = arrived.shop_id AND delivery.topic = arrived.topic AND applied_at IS NULL
      AND doubt IS NOT NULL
    RETURNING delivery.shop_id, delivery.topic),
  held AS (SELECT id FROM shop WHERE id = ANY ($1) AND uninstalled_at IS NULL FOR KEY SHARE SKIP LOCKED),
  stored AS (
    INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at, event_id)
    SELECT shop_id, topic, webhook_id, kept::jsonb, to_timestamp(triggered_at / 1000), event_id FROM arrived
    WHERE is_own AND (forgets OR shop_id IN (SELECT id FROM held)) AND (shop_id, topic) NOT IN (SELECT shop_id, topic FROM gainsaid)
    -- In one order everywhere: two processes that are told the same do not wait for each other in a circle.
    ORDER BY shop_id, topic, coalesce(event_id, webhook_id) ON CONFLICT DO NOTHING)
  SELECT CASE WHEN NOT is_own THEN 'foreign' WHEN forgets OR shop_id IN (SELECT id FROM held) THEN 'kept'
              WHEN shop_id IN (SELECT id FROM known) THEN 'busy' ELSE 'unwanted' END AS stored
  FROM arrived ORDER BY place`

/**
 * Stores deliveries durably, each once: a repeated webhook id changes nothing, nor does another webhook of the same event
 * and topic. For a shop that is not with us only what forgets is stored; its row is held meanwhile, so that nothing slips in
 * behind a deletion. Waits for no shop: a busy one holds up no other. All of them are stored, or an error is thrown.
 */
export async function storeDeliveries(arrived: readonly Arrived[]): Promise<Stored[]> {
  const deliveries = arrived.map(({ delivery }) => delivery)
  const { rows } = await pool.query<{ stored: Stored }>({
    name: 'store deliveries',
    text: STORE,
    values: [
      deliveries.map(({ shop }) => shop),
      deliveries.map(({ topic }) => topic),
      deliveries.map(({ webhookId }) => webhookId),
      arrived.map(({ kept }) => JSON.stringify(kept)),
      deliveries.map(({ triggeredAt }) => triggeredAt),
      deliveries.map(({ eventId }) => eventId),
      FORGETTING,
      arrived.map(({ shopNumber }) => shopNumber),
    ],
  })
  return rows.map(({ stored }) => stored)
}
