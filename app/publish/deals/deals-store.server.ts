import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Found } from '../drift.ts'
import type { DealsWrite } from './deals-plan.ts'

/** The deals that we last wrote beside products, as JSON. */
export async function readDealsWritten(shop: ShopId): Promise<Map<ProductId, string>> {
  const { rows } = await pool.query<{ product_id: ProductId; value: string }>(
    'SELECT product_id, value FROM published_deals WHERE shop_id = $1',
    [shop],
  )
  return new Map(rows.map(({ product_id, value }) => [product_id, value]))
}

/** Shopify's digests of what we last wrote beside the products, where we remember having written; null where it told none. */
export async function readDealsDigests(shop: ShopId, products: readonly ProductId[]): Promise<Map<ProductId, string | null>> {
  const { rows } = await pool.query<{ product_id: ProductId; digest: string | null }>(
    'SELECT product_id, digest FROM published_deals WHERE shop_id = $1 AND product_id = ANY ($2::bigint[])',
    [shop, products],
  )
  return new Map(rows.map(({ product_id, digest }) => [product_id, digest]))
}

export type WrittenDeals = DealsWrite & {
  /** Shopify's digest of what was written; null where it told none. */
  readonly digest: string | null
}

export async function recordDealsWritten(shop: ShopId, written: readonly WrittenDeals[]): Promise<void> {
  await pool.query(
    `INSERT INTO published_deals (shop_id, product_id, value, digest, written_at)
     SELECT $1, written.*, now() FROM unnest($2::bigint[], $3::text[], $4::text[]) AS written
     ON CONFLICT (shop_id, product_id) DO UPDATE
       SET value = excluded.value, digest = excluded.digest, written_at = excluded.written_at`,
    [shop, written.map(({ product }) => product), written.map(({ value }) => value), written.map(({ digest }) => digest)],
  )
}

/**
 * Where something else stands than we remember our memory gives way: it then holds what no deals ever are, so that the next publishing
 * writes or deletes. What was written since is left alone. Returns of how many products it did.
 */
export async function markDealsUncertain(shop: ShopId, drifted: readonly Found[], since: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `INSERT INTO published_deals (shop_id, product_id, value, digest, written_at)
     SELECT $1, product_id, '', digest, $4 FROM unnest($2::bigint[], $3::text[]) AS found (product_id, digest)
     ON CONFLICT (shop_id, product_id) DO UPDATE SET value = '', digest = excluded.digest
       WHERE published_deals.written_at < $4`,
    [shop, drifted.map(({ product }) => product), drifted.map(({ deals }) => deals), since],
  )
  return rowCount ?? 0
}

export async function forgetDeals(shop: ShopId, products: readonly ProductId[]): Promise<void> {
  await pool.query('DELETE FROM published_deals WHERE shop_id = $1 AND product_id = ANY ($2::bigint[])', [shop, products])
}
