import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { DataPlace } from './data-places.ts'

/** How much of each kind of data there is of a shop, now. */
export type DataCounts = Readonly<Record<DataPlace, number>>

export async function countData(shop: ShopId): Promise<DataCounts> {
  const { rows } = await pool.query<DataCounts>(
    `SELECT (SELECT count(*) FROM product WHERE shop_id = $1) AS products,
            (SELECT count(*) FROM "order" WHERE shop_id = $1) AS orders,
            (SELECT count(DISTINCT customer_id) FROM "order" WHERE shop_id = $1) AS customers,
            (SELECT count(*) FROM model_snapshot WHERE shop_id = $1) AS models,
            (SELECT count(*) FROM customer_snapshot WHERE shop_id = $1) AS next,
            (SELECT count(*) FROM proposal WHERE shop_id = $1) AS proposals,
            (SELECT count(*) FROM rule WHERE shop_id = $1) AS rules,
            (SELECT count(*) FROM copy_sentence WHERE shop_id = $1) AS copy,
            (SELECT 2 * count(*) FROM published_slot WHERE shop_id = $1) + (SELECT count(*) FROM published_deals WHERE shop_id = $1)
              + (SELECT count(*) FROM published_copy WHERE shop_id = $1)
              AS metafields,
            (SELECT count(*) FROM discount_node WHERE shop_id = $1 AND gid IS NOT NULL) AS discounts,
            (SELECT count(*) FROM delivery WHERE shop_id = $1) AS deliveries,
            (SELECT count(*) FROM storefront_event WHERE shop_id = $1) AS events,
            (SELECT count(*) FROM offered WHERE shop_id = $1) AS offered,
            (SELECT count(*) FROM tombstone WHERE shop_id = $1) AS tombstones,
            (SELECT count(*) FROM session WHERE shop = $1) AS tokens`,
    [shop],
  )
  return rows[0]!
}
