import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import { pool } from '#app/db.server.ts'
import type { SlotWrite } from './plan.ts'
import type { PublishedSlot } from './slot-metafields.ts'

/** What we last wrote to the shop for a placement, by product. */
export async function readPublished(shop: ShopId, placement: Placement): Promise<Map<ProductId, PublishedSlot>> {
  const { rows } = await pool.query<PublishedSlot & { product_id: ProductId }>(
    'SELECT product_id, offers, notes FROM published_slot WHERE shop_id = $1 AND placement = $2',
    [shop, placement],
  )
  return new Map(rows.map(({ product_id, offers, notes }) => [product_id, { offers, notes }]))
}

/** Remembers what now stands in the shop. */
export async function rememberWritten(shop: ShopId, placement: Placement, writes: readonly SlotWrite[]): Promise<void> {
  await pool.query(
    `INSERT INTO published_slot (shop_id, placement, product_id, offers, notes, cards, published_at)
     SELECT $1, $2, product_id, offers, notes, cards, now()
     FROM unnest($3::bigint[], $4::text[], $5::text[], $6::jsonb[]) AS written (product_id, offers, notes, cards)
     ON CONFLICT (shop_id, placement, product_id) DO UPDATE
       SET offers = excluded.offers, notes = excluded.notes, cards = excluded.cards, published_at = excluded.published_at`,
    [
      shop,
      placement,
      writes.map(({ product }) => product),
      writes.map(({ offers }) => offers),
      writes.map(({ notes }) => notes),
      writes.map(({ cards }) => JSON.stringify(cards)),
    ],
  )
}

export async function forgetDeleted(shop: ShopId, placement: Placement, products: readonly ProductId[]): Promise<void> {
  await pool.query('DELETE FROM published_slot WHERE shop_id = $1 AND placement = $2 AND product_id = ANY ($3::bigint[])', [
    shop,
    placement,
    products,
  ])
}

/** What we last wrote for one product; undefined where nothing stands. */
export async function readPublishedSlot(shop: ShopId, placement: Placement, product: ProductId): Promise<PublishedSlot | undefined> {
  const { rows } = await pool.query<PublishedSlot>(
    'SELECT offers, notes FROM published_slot WHERE shop_id = $1 AND placement = $2 AND product_id = $3',
    [shop, placement, product],
  )
  return rows[0]
}
