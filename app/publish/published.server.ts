import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { LiveSlot } from './live-slot.ts'
import type { PublishedPage } from './slot-metafields.ts'
import type { WrittenSlot } from './write-slots.server.ts'

interface Row extends PublishedPage {
  readonly product_id: ProductId
  readonly offers_digest: string | null
  readonly notes_digest: string | null
}

/** What we last wrote to the shop, by product, `SHOP_PAGE` among them; of the given products only where some are given. */
export async function readPublished(shop: ShopId, products: readonly ProductId[] | null = null): Promise<Map<ProductId, LiveSlot>> {
  const { rows } = await pool.query<Row>(
    `SELECT product_id, offers, notes, offers_digest, notes_digest FROM published_slot
     WHERE shop_id = $1 AND ($2::bigint[] IS NULL OR product_id = ANY ($2))`,
    [shop, products],
  )
  return new Map(
    rows.map(({ product_id, offers, notes, offers_digest, notes_digest }) => [
      product_id,
      { offers, notes, digests: { offers: offers_digest, notes: notes_digest } },
    ]),
  )
}

/** Remembers what now stands in the shop. */
export async function rememberWritten(shop: ShopId, written: readonly WrittenSlot[]): Promise<void> {
  await pool.query(
    `INSERT INTO published_slot (shop_id, product_id, offers, notes, slots, offers_digest, notes_digest, published_at)
     SELECT $1, written.*, now()
     FROM unnest($2::bigint[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::text[]) AS written
     ON CONFLICT (shop_id, product_id) DO UPDATE
       SET offers = excluded.offers, notes = excluded.notes, slots = excluded.slots, published_at = excluded.published_at,
           offers_digest = excluded.offers_digest, notes_digest = excluded.notes_digest`,
    [
      shop,
      written.map(({ write }) => write.product),
      written.map(({ write }) => write.offers),
      written.map(({ write }) => write.notes),
      written.map(({ write }) => JSON.stringify(write.placements)),
      written.map(({ digests }) => digests.offers),
      written.map(({ digests }) => digests.notes),
    ],
  )
}

export async function forgetDeleted(shop: ShopId, products: readonly ProductId[]): Promise<void> {
  await pool.query('DELETE FROM published_slot WHERE shop_id = $1 AND product_id = ANY ($2::bigint[])', [shop, products])
}

/** What we last wrote for one product; undefined where nothing stands. */
export async function readPublishedPage(shop: ShopId, product: ProductId): Promise<PublishedPage | undefined> {
  const { rows } = await pool.query<PublishedPage>('SELECT offers, notes FROM published_slot WHERE shop_id = $1 AND product_id = $2', [
    shop,
    product,
  ])
  return rows[0]
}
