import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/db.server.ts'
import { standingCards, type Notes } from '#app/slots/note.ts'
import { versionOf, writePublished } from './published-snapshot.server.ts'
import { toWire, type WireAnswer } from './wire.ts'

interface Row {
  readonly product_id: ProductId
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
    const { rows } = await client.query<Row>('SELECT product_id, notes FROM published_slot WHERE shop_id = $1 AND product_id > 0', [shop])
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
function answerOf({ notes: written }: Row): WireAnswer {
  const notes = JSON.parse(written) as Notes
  const [slot] = notes.slots['product-page'] ?? []
  return toWire(slot ? standingCards(notes, slot) : [])
}
