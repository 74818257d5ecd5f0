import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Stated } from '#app/commerce/stated.ts'
import { pool } from '#app/platform/db.server.ts'

/** What the descriptions of a shop's products state; those that state nothing are left out. */
export async function readStated(shop: ShopId): Promise<Map<ProductId, readonly Stated[]>> {
  const { rows } = await pool.query<{ id: ProductId; stated: Stated[] }>(
    `SELECT id, stated FROM product WHERE shop_id = $1 AND stated <> '[]'`,
    [shop],
  )
  return new Map(rows.map(({ id, stated }) => [id, stated]))
}
