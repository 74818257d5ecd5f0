import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { Offerable } from '#app/serve/offerable.ts'
import type { Notes } from '#app/slots/note.ts'
import { writeOfferableSnapshot } from './offerable-snapshot.server.ts'
import { writePublished } from './published-snapshot.server.ts'
import { storeSnapshot } from './store-snapshot.server.ts'

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
    const { rows } = await client.query<Row>('SELECT product_id, notes FROM published_slot WHERE shop_id = $1', [shop])
    const pages = new Map(rows.map(({ product_id, notes }) => [product_id, JSON.parse(notes) as Notes]))
    return storeSnapshot(client, 'published_snapshot', shop, writePublished(shop, pages))
  })
}

/** Likewise what may be offered. */
export function storeOfferable(shop: ShopId, offerable: Offerable): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query('SELECT FROM shop WHERE id = $1 AND uninstalled_at IS NULL FOR NO KEY UPDATE', [shop])
    return rowCount === 1 && storeSnapshot(client, 'offerable_snapshot', shop, writeOfferableSnapshot(shop, offerable))
  })
}
