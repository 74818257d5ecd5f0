import { createHash } from 'node:crypto'
import { SHOP_PAGE, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { CopyDocument } from './wanted-copy.ts'

/** Tells a document from all others: SHA-256, base64url. */
export const digestOfCopy = ({ document }: CopyDocument): string => createHash('sha256').update(document).digest('base64url')

/** The digest of what was last written of each product. */
export async function readPublishedCopy(shop: ShopId): Promise<Map<ProductId, string>> {
  const { rows } = await pool.query<{ product: ProductId; digest: string }>(
    'SELECT product_id AS product, digest FROM published_copy WHERE shop_id = $1',
    [shop],
  )
  return new Map(rows.map(({ product, digest }) => [product, digest]))
}

export async function rememberCopy(shop: ShopId, written: readonly CopyDocument[]): Promise<void> {
  await pool.query(
    `INSERT INTO published_copy (shop_id, product_id, digest) SELECT $1, given.* FROM unnest($2::bigint[], $3::text[]) AS given
     ON CONFLICT (shop_id, product_id) DO UPDATE SET digest = excluded.digest`,
    [shop, written.map(({ product }) => product), written.map(digestOfCopy)],
  )
}

export async function forgetCopy(shop: ShopId, products: readonly ProductId[]): Promise<void> {
  await pool.query('DELETE FROM published_copy WHERE shop_id = $1 AND product_id = ANY ($2::bigint[])', [shop, products])
}

/** Whether anything is said, be it over the shop's slots alone. */
export async function isCopyPublished(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM published_copy WHERE shop_id = $1 LIMIT 1', [shop])
  return rowCount !== 0
}

/** Of how many products something is said. */
export async function countPublishedCopy(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM published_copy WHERE shop_id = $1 AND product_id <> $2',
    [shop, SHOP_PAGE],
  )
  return rows[0]!.count
}
