import type { PoolClient } from 'pg'
import type { OrderId, ShopId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'

/** Those of the orders that are recorded, as they are. */
export async function findOrders(client: PoolClient, shop: ShopId, ids: readonly OrderId[]): Promise<Order[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Order>(
    `SELECT id, customer_id AS "customerId", extract(epoch FROM processed_at)::float8 * 1000 AS "processedAt",
            extract(epoch FROM updated_at)::float8 * 1000 AS "updatedAt", extract(epoch FROM cancelled_at)::float8 * 1000 AS "cancelledAt", false AS "isTest",
            COALESCE((SELECT json_agg(json_build_object('id', line.id, 'productId', product_id, 'variantId', variant_id, 'quantity', quantity,
                                'currentQuantity', current_quantity, 'unitPrice', unit_price, 'discount', discount, 'soldBy', sold_by,
                                'bundle', CASE WHEN bundle_id IS NOT NULL THEN json_build_object('id', bundle_id, 'productId', bundle_product_id) END))
                      FROM order_line AS line WHERE line.shop_id = "order".shop_id AND line.order_id = "order".id), '[]') AS lines
     FROM "order" WHERE shop_id = $1 AND id = ANY ($2::bigint[])`,
    [shop, ids],
  )
  return rows
}
