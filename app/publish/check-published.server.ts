import { SHOP_PAGE, type ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { exportNow } from '#app/shopify/export/bulk-export.server.ts'
import { readJsonl } from '#app/shopify/export/read-jsonl.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { markDealsUncertain, readDealsDigests } from './deals/deals-store.server.ts'
import { dealsDriftOf, driftOf, readSlotLine, type Found } from './drift.ts'
import { NO_DIGESTS } from './live-slot.ts'
import { SLOTS_EXPORT } from './metafield-documents.ts'
import type { Owners } from './owners.ts'
import { readPublished } from './published.server.ts'
import { readSlotsNow } from './read-slots-now.server.ts'

const BATCH = 5_000

/**
 * Compares what stands in the shop with what we remember to have written, all products in one export. Where they differ
 * our memory gives way: it then holds what no slot ever is, so that the next publishing writes or deletes. What was
 * published while the export ran is left alone. Returns how many slots and deals had drifted. Throws as `callAdmin` does.
 */
export async function checkPublished(shop: ShopId, admin: AdminApi, owners: Owners, signal: AbortSignal): Promise<number> {
  const { rows } = await pool.query<{ since: Date }>('SELECT clock_timestamp() AS since')
  const since = rows[0]!.since
  const file = await exportNow(admin, SLOTS_EXPORT, signal)
  if (!file) return 0
  const nowhere = await readSlotsNow(admin, owners, [SHOP_PAGE], signal)
  let drifted = await compare([{ product: SHOP_PAGE, digests: nowhere.get(SHOP_PAGE)?.digests ?? NO_DIGESTS, deals: null }])
  for await (const batch of readJsonl(file, BATCH, signal)) {
    // A product that the export does not show is gone or could not be read: nothing follows from that.
    const found = batch.map(readSlotLine).filter((slot) => slot !== undefined)
    drifted += await compare(found)
  }
  return drifted

  async function compare(found: readonly Found[]): Promise<number> {
    const products = found.map(({ product }) => product)
    const slots = await giveWay(shop, driftOf(found, await readPublished(shop, products)), since)
    return slots + (await markDealsUncertain(shop, dealsDriftOf(found, await readDealsDigests(shop, products)), since))
  }
}

async function giveWay(shop: ShopId, drift: readonly Found[], since: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `INSERT INTO published_slot (shop_id, product_id, offers, notes, slots, offers_digest, notes_digest, published_at)
     SELECT $1, product_id, '', '', '[]', offers_digest, notes_digest, $5
     FROM unnest($2::bigint[], $3::text[], $4::text[]) AS found (product_id, offers_digest, notes_digest)
     ON CONFLICT (shop_id, product_id) DO UPDATE
       SET offers = '', notes = '', slots = '[]', offers_digest = excluded.offers_digest, notes_digest = excluded.notes_digest
       WHERE published_slot.published_at < $5`,
    [
      shop,
      drift.map(({ product }) => product),
      drift.map(({ digests }) => digests.offers),
      drift.map(({ digests }) => digests.notes),
      since,
    ],
  )
  return rowCount ?? 0
}
