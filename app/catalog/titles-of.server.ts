import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** The titles of some products; those that the shop does not have any more are absent. */
export async function titlesOf(shop: ShopId, products: readonly ProductId[]): Promise<Map<ProductId, string>> {
  const { rows } = await pool.query<{ id: ProductId; title: string }>(
    'SELECT id, title FROM product WHERE shop_id = $1 AND id = ANY ($2::bigint[])',
    [shop, products],
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}
