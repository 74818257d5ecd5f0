import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { chosenIn, type Part } from './chosen-in.ts'
import { LARGEST_ORDER, MOST_ORDERS, type Purchase } from './purchases.ts'

const BATCH = 5_000

interface Row extends Omit<Purchase, 'products'> {
  readonly products: readonly ProductId[] | null
  readonly parts: readonly Part[] | null
}

/**
 * Hands over the shop's orders that stand, batch after batch, the newest first, as they are at one moment: what was refunded
 * or cancelled never left the shop. None is later than `now` (milliseconds), none is a trader's, and they are not too many.
 */
export async function eachPurchase(shop: ShopId, now: number, take: (batch: readonly Purchase[]) => void | Promise<void>): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `DECLARE purchase NO SCROLL CURSOR FOR
       SELECT "order".id AS "order", customer_id AS customer, (extract(epoch FROM "order".processed_at) * 1000)::float8 AS at,
              array_agg(DISTINCT line.product_id::float8) FILTER (WHERE bundle_id IS NULL) AS products,
              array_agg(DISTINCT ARRAY[bundle_id, coalesce(bundle_product_id, line.product_id)]::float8[]) FILTER (WHERE bundle_id IS NOT NULL) AS parts
       FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
       WHERE "order".shop_id = $1 AND cancelled_at IS NULL AND "order".processed_at <= to_timestamp($2 / 1000.0)
         AND line.product_id IS NOT NULL AND line.quantity > 0 AND line.current_quantity > 0
       GROUP BY "order".id, customer_id, "order".processed_at HAVING count(DISTINCT line.product_id) <= $3
       ORDER BY "order".processed_at DESC, "order".id DESC LIMIT $4`,
      [shop, now, LARGEST_ORDER, MOST_ORDERS],
    )
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${BATCH} FROM purchase`)
      if (rows.length === 0) return
      await take(rows.map(toPurchase))
    }
  })
}

function toPurchase({ products, parts, ...rest }: Row): Purchase {
  return { ...rest, products: chosenIn(products ?? [], parts ?? []) }
}
