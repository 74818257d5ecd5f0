import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

export interface OrderHeld {
  readonly id: OrderId
  readonly customerId: CustomerId | null
}

/** An order that was made just now may not have come everywhere in Shopify. */
const YOUNGEST = '1 hour'

/**
 * About `most` of the orders made since a day (`2024-10-21`), others with every `turn` (a whole number): where there are `n`
 * times as many, each comes once in `n` turns that follow each other.
 */
export async function ordersByTime(shop: ShopId, madeSince: string, turn: number, most: number): Promise<OrderHeld[]> {
  const { rows } = await pool.query<OrderHeld>(
    `WITH held AS (SELECT id, customer_id FROM "order" WHERE shop_id = $1 AND processed_at >= $2::date AND greatest(processed_at, updated_at) < now() - $5::interval),
          turns AS (SELECT greatest(1, ceil(count(*) / $4::numeric))::int AS turns FROM held)
     SELECT id, customer_id AS "customerId" FROM held, turns WHERE (hashint8(id) & 2147483647) % turns = $3 % turns ORDER BY id`,
    [shop, madeSince, turn, most, YOUNGEST],
  )
  return rows
}

/** All orders of the customers. */
export async function ordersOf(shop: ShopId, customers: readonly CustomerId[]): Promise<OrderId[]> {
  if (customers.length === 0) return []
  const { rows } = await pool.query<{ id: OrderId }>('SELECT id FROM "order" WHERE shop_id = $1 AND customer_id = ANY ($2::bigint[])', [
    shop,
    customers,
  ])
  return rows.map(({ id }) => id)
}
