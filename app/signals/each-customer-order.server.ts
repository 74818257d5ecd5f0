import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { CustomerOrder } from './customer-order.ts'
import { NET_OF_ORDER } from './net-in-sql.ts'

const AT_ONCE = 50_000

/** Every order of a customer's since a moment, by customer and then by time; orders of which nothing is left are absent. */
export async function eachCustomerOrder(shop: ShopId, since: Date, take: (orders: readonly CustomerOrder[]) => void): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `DECLARE customer_orders NO SCROLL CURSOR FOR
       SELECT customer_id AS customer, extract(epoch FROM processed_at)::float8 * 1000 AS at, visit,
              ${NET_OF_ORDER}::bigint AS value
       FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
       WHERE "order".shop_id = $1 AND processed_at >= $2 AND customer_id IS NOT NULL AND cancelled_at IS NULL
       GROUP BY "order".shop_id, "order".id HAVING sum(line.current_quantity) > 0 ORDER BY customer_id, processed_at, "order".id`,
      [shop, since],
    )
    for (;;) {
      const { rows } = await client.query<CustomerOrder>(`FETCH ${AT_ONCE} FROM customer_orders`)
      if (rows.length === 0) return
      take(rows)
    }
  })
}
