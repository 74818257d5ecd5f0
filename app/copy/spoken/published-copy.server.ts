import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

interface Row {
  readonly product: ProductId
  readonly document: string
}

/** What was last written of each product. */
export async function readPublishedCopy(shop: ShopId): Promise<Map<ProductId, string>> {
  const { rows } = await pool.query<Row>('SELECT product_id AS product, document FROM published_copy WHERE shop_id = $1', [shop])
  return new Map(rows.map(({ product, document }) => [product, document]))
}

export async function rememberCopy(shop: ShopId, written: readonly Row[]): Promise<void> {
  await pool.query(
    `INSERT INTO published_copy (shop_id, product_id, document) SELECT $1, given.* FROM unnest($2::bigint[], $3::text[]) AS given
     ON CONFLICT (shop_id, product_id) DO UPDATE SET document = excluded.document`,
    [shop, written.map(({ product }) => product), written.map(({ document }) => document)],
  )
}

export async function forgetCopy(shop: ShopId, products: readonly ProductId[]): Promise<void> {
  await pool.query('DELETE FROM published_copy WHERE shop_id = $1 AND product_id = ANY ($2::bigint[])', [shop, products])
}

/** Of how many products something is said. */
export async function countPublishedCopy(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM published_copy WHERE shop_id = $1', [shop])
  return rows[0]!.count
}
