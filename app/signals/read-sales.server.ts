import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** Units sold of each product since a moment (milliseconds); a product without sales is absent. */
export async function readSales(shop: ShopId, since: number): Promise<ReadonlyMap<ProductId, number>> {
  const { rows } = await pool.query<{ product_id: ProductId; units: number }>(
    `SELECT line.product_id, sum(line.current_quantity) AS units
     FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
     WHERE "order".shop_id = $1 AND cancelled_at IS NULL AND line.product_id IS NOT NULL AND "order".processed_at >= to_timestamp($2 / 1000.0)
     GROUP BY line.product_id HAVING sum(line.current_quantity) > 0`,
    [shop, since],
  )
  return new Map(rows.map((row) => [row.product_id, row.units]))
}
