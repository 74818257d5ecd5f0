import type { ShopId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import { pool } from '#app/platform/db.server.ts'

/** What was sold from offers: orders with at least one such line, pieces, and what these cost after discounts. */
export interface SoldFromOffers {
  readonly orders: number
  readonly pieces: number
  readonly worth: Minor
}

/**
 * Counts the lines that say which offer sold them, in orders made since a moment that were not cancelled; what was refunded or taken
 * out counts no more. It says what was added from an offer, not what would have been bought without.
 */
export async function countSold(shop: ShopId, since: Date): Promise<SoldFromOffers> {
  const { rows } = await pool.query<SoldFromOffers>(
    `SELECT count(DISTINCT line.order_id)::int AS orders, coalesce(sum(line.current_quantity), 0)::int AS pieces,
            coalesce(sum(round(line.current_quantity * (line.unit_price - line.discount::numeric / greatest(line.quantity, 1)))), 0)::float8 AS worth
     FROM "order" AS made JOIN order_line AS line ON line.shop_id = made.shop_id AND line.order_id = made.id
     WHERE made.shop_id = $1 AND made.processed_at >= $2 AND made.cancelled_at IS NULL
       AND line.sold_by IS NOT NULL AND line.current_quantity > 0`,
    [shop, since],
  )
  return rows[0]!
}

/** How many orders were made since a moment and not cancelled. */
export async function countOrders(shop: ShopId, since: Date): Promise<number> {
  const { rows } = await pool.query<{ orders: number }>(
    'SELECT count(*)::int AS orders FROM "order" WHERE shop_id = $1 AND processed_at >= $2 AND cancelled_at IS NULL',
    [shop, since],
  )
  return rows[0]!.orders
}
