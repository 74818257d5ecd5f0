import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import { pool } from '#app/db.server.ts'
import type { PublishedSlot } from './slot-metafields.ts'
import type { StandingSlot } from './standing.ts'
import type { WrittenSlot } from './write-slots.server.ts'

interface Row extends PublishedSlot {
  readonly product_id: ProductId
  readonly offers_digest: string | null
  readonly notes_digest: string | null
}

/** What we last wrote to the shop for a placement, by product; of the given products only where some are given. */
export async function readPublished(
  shop: ShopId,
  placement: Placement,
  products: readonly ProductId[] | null = null,
): Promise<Map<ProductId, StandingSlot>> {
  const { rows } = await pool.query<Row>(
    `SELECT product_id, offers, notes, offers_digest, notes_digest FROM published_slot
     WHERE shop_id = $1 AND placement = $2 AND ($3::bigint[] IS NULL OR product_id = ANY ($3))`,
    [shop, placement, products],
  )
  return new Map(
    rows.map(({ product_id, offers, notes, offers_digest, notes_digest }) => [
      product_id,
      { offers, notes, digests: { offers: offers_digest, notes: notes_digest } },
    ]),
  )
}

/** Remembers what now stands in the shop. */
export async function rememberWritten(shop: ShopId, placement: Placement, written: readonly WrittenSlot[]): Promise<void> {
  await pool.query(
    `INSERT INTO published_slot (shop_id, placement, product_id, offers, notes, cards, offers_digest, notes_digest, published_at)
     SELECT $1, $2, written.*, now()
     FROM unnest($3::bigint[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::text[]) AS written
     ON CONFLICT (shop_id, placement, product_id) DO UPDATE
       SET offers = excluded.offers, notes = excluded.notes, cards = excluded.cards, published_at = excluded.published_at,
           offers_digest = excluded.offers_digest, notes_digest = excluded.notes_digest`,
    [
      shop,
      placement,
      written.map(({ write }) => write.product),
      written.map(({ write }) => write.offers),
      written.map(({ write }) => write.notes),
      written.map(({ write }) => JSON.stringify(write.cards)),
      written.map(({ digests }) => digests.offers),
      written.map(({ digests }) => digests.notes),
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
