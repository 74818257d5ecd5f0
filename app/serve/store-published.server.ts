import { readGid, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import { inTransaction } from '#app/db.server.ts'
import { standingNotes, type Notes } from '#app/slots/note.ts'
import { versionOf } from './checked-bytes.server.ts'
import { writePublished } from './published-snapshot.server.ts'
import { toWire, type WireAnswer } from './wire.ts'

const PLACEMENT: Placement = 'product-page'

interface Row {
  readonly product_id: ProductId
  readonly offers: string
  readonly notes: string
}

/**
 * Makes a snapshot of everything that now stands in the shop, for the storefront door to fetch. The same content is stored
 * once. Nothing is stored for a shop that has left. Resolves to whether there was something new.
 */
export function storePublished(shop: ShopId): Promise<boolean> {
  return inTransaction(async (client) => {
    // Whoever leaves, or publishes beside us, waits; the later snapshot is of the later state.
    const { rowCount } = await client.query('SELECT FROM shop WHERE id = $1 AND uninstalled_at IS NULL FOR NO KEY UPDATE', [shop])
    if (rowCount === 0) return false
    const { rows } = await client.query<Row>('SELECT product_id, offers, notes FROM published_slot WHERE shop_id = $1 AND placement = $2', [
      shop,
      PLACEMENT,
    ])
    const bytes = writePublished(shop, new Map(rows.map((row) => [row.product_id, answerOf(row)])))
    const stored = await client.query(
      `INSERT INTO published_snapshot (shop_id, version, bytes, stored_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (shop_id) DO UPDATE SET version = excluded.version, bytes = excluded.bytes, stored_at = excluded.stored_at
         WHERE published_snapshot.version <> excluded.version`,
      [shop, versionOf(bytes), bytes],
    )
    return stored.rowCount === 1
  })
}

/** The answer that the shop's theme gives of itself: the offered products, best first, each with who chose it. */
function answerOf({ offers, notes }: Row): WireAnswer {
  const products = (JSON.parse(offers) as string[]).flatMap((gid) => readGid('Product', gid) ?? [])
  return toWire([...standingNotes(products, JSON.parse(notes) as Notes)].map(([product, { by, ref }]) => ({ product, by, ref })))
}
