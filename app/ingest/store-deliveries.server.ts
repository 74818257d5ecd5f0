import { pool } from '#app/db.server.ts'
import { FORGETTING } from './inbox.server.ts'
import type { Kept } from './keep-allowed.ts'
import type { VerifiedDelivery } from './verify-webhook.server.ts'

/** What a delivery's headers say and what remains of its body. */
export interface Arrived {
  readonly delivery: VerifiedDelivery
  readonly kept: Kept
}

/**
 * `kept`: it is in the inbox, now or since before. `unwanted`: the shop is not with us. `busy`: the shop is just being
 * forgotten, and whether it will be nobody knows yet.
 */
export type Stored = 'kept' | 'unwanted' | 'busy'

const STORE = `
  WITH arrived AS (
    SELECT *, topic = ANY ($7) AS forgets FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::text[])
      WITH ORDINALITY AS arrived (shop_id, topic, webhook_id, kept, triggered_at, event_id, place)),
  known AS (SELECT id FROM shop WHERE id = ANY ($1) AND uninstalled_at IS NULL),
  held AS (SELECT id FROM shop WHERE id = ANY ($1) AND uninstalled_at IS NULL FOR KEY SHARE SKIP LOCKED),
  stored AS (
    INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at, event_id)
    SELECT shop_id, topic, webhook_id, kept::jsonb, to_timestamp(triggered_at / 1000), event_id FROM arrived
    WHERE forgets OR shop_id IN (SELECT id FROM held)
    -- In one order everywhere: two processes that are told the same do not wait for each other in a circle.
    ORDER BY shop_id, topic, coalesce(event_id, webhook_id) ON CONFLICT DO NOTHING)
  SELECT CASE WHEN forgets OR shop_id IN (SELECT id FROM held) THEN 'kept'
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
    ],
  })
  return rows.map(({ stored }) => stored)
}
