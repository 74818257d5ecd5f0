import type { ShopId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import { pool } from '#app/db.server.ts'
import { exportNow } from '#app/ingest/bulk-export.server.ts'
import { readJsonl } from '#app/ingest/read-jsonl.server.ts'
import type { AdminApi } from '#app/shopify.server.ts'
import { driftOf, readSlotLine, type Found } from './drift.ts'
import { SLOTS_EXPORT } from './metafield-documents.ts'
import { readPublished } from './published.server.ts'

const BATCH = 5_000

/**
 * Compares what stands in the shop with what we remember to have written, all products in one export. Where they differ
 * our memory gives way: it then holds what no slot ever is, so that the next publishing writes or deletes. What was
 * published while the export ran is left alone. Returns how many products had drifted. Throws as `ask` does.
 */
export async function checkPublished(shop: ShopId, placement: Placement, admin: AdminApi, signal: AbortSignal): Promise<number> {
  const { rows } = await pool.query<{ since: Date }>('SELECT clock_timestamp() AS since')
  const since = rows[0]!.since
  const file = await exportNow(admin, SLOTS_EXPORT, signal)
  if (!file) return 0
  let drifted = 0
  for await (const batch of readJsonl(file, BATCH, signal)) {
    // A product that the export does not show is gone or could not be read: nothing follows from that.
    const found = batch.map(readSlotLine).filter((slot) => slot !== undefined)
    const remembered = await readPublished(
      shop,
      placement,
      found.map(({ product }) => product),
    )
    drifted += await giveWay(shop, placement, driftOf(found, remembered), since)
  }
  return drifted
}

async function giveWay(shop: ShopId, placement: Placement, drift: readonly Found[], since: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `INSERT INTO published_slot (shop_id, placement, product_id, offers, notes, cards, offers_digest, notes_digest, published_at)
     SELECT $1, $2, product_id, '', '', '[]', offers_digest, notes_digest, $6
     FROM unnest($3::bigint[], $4::text[], $5::text[]) AS found (product_id, offers_digest, notes_digest)
     ON CONFLICT (shop_id, placement, product_id) DO UPDATE
       SET offers = '', notes = '', cards = '[]', offers_digest = excluded.offers_digest, notes_digest = excluded.notes_digest
       WHERE published_slot.published_at < $6`,
    [
      shop,
      placement,
      drift.map(({ product }) => product),
      drift.map(({ digests }) => digests.offers),
      drift.map(({ digests }) => digests.notes),
      since,
    ],
  )
  return rowCount ?? 0
}
