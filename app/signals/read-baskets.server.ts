import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/db.server.ts'
import { packBaskets, type Baskets } from './baskets.ts'

/** The shop's orders that stand (not cancelled), oldest first, as baskets of the products ordered. */
export async function readBaskets(shop: ShopId): Promise<Baskets> {
  const { rows } = await pool.query<{ products: ProductId[] }>(
    `SELECT array_agg(DISTINCT line.product_id::float8) AS products
     FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
     WHERE "order".shop_id = $1 AND cancelled_at IS NULL AND line.product_id IS NOT NULL AND line.quantity > 0
     GROUP BY "order".id, "order".created_at ORDER BY "order".created_at, "order".id`,
    [shop],
  )
  return packBaskets(rows.map((row) => row.products))
}

/** Units sold of each product since a moment (milliseconds); a product without sales is absent. */
export async function readSales(shop: ShopId, since: number): Promise<ReadonlyMap<ProductId, number>> {
  const { rows } = await pool.query<{ product_id: ProductId; units: number }>(
    `SELECT line.product_id, sum(line.current_quantity) AS units
     FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
     WHERE "order".shop_id = $1 AND cancelled_at IS NULL AND line.product_id IS NOT NULL AND "order".created_at >= to_timestamp($2 / 1000.0)
     GROUP BY line.product_id HAVING sum(line.current_quantity) > 0`,
    [shop, since],
  )
  return new Map(rows.map((row) => [row.product_id, row.units]))
}
