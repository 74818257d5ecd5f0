import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/db.server.ts'
import { fairPurchases, LARGEST_ORDER, MOST_ORDERS, type Purchase } from './purchases.ts'

/** The shop's orders that may speak for what goes together, oldest first: what was refunded or cancelled never left the shop. */
export async function readPurchases(shop: ShopId, now: number): Promise<Purchase[]> {
  const { rows } = await pool.query<Omit<Purchase, 'products'> & { products: ProductId[] }>(
    `SELECT "order".id AS "order", customer_id AS customer, (extract(epoch FROM "order".created_at) * 1000)::float8 AS at,
            array_agg(DISTINCT line.product_id::float8) AS products
     FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
     WHERE "order".shop_id = $1 AND cancelled_at IS NULL AND "order".created_at <= to_timestamp($2 / 1000.0)
       AND line.product_id IS NOT NULL AND line.quantity > 0 AND line.current_quantity > 0
     GROUP BY "order".id, customer_id, "order".created_at HAVING count(DISTINCT line.product_id) <= $3
     ORDER BY "order".created_at DESC LIMIT $4`,
    [shop, now, LARGEST_ORDER, MOST_ORDERS],
  )
  return fairPurchases(rows, now)
}
