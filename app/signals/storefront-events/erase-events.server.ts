import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'

/**
 * Deletes what pixels have told of every browser in which one of the orders was made, or one of these customers' orders: the number
 * of an order ties all of it to a person. To be called while the orders still say whose they are.
 */
export async function eraseEvents(
  client: PoolClient,
  shop: ShopId,
  customers: readonly CustomerId[],
  orders: readonly OrderId[],
): Promise<void> {
  await client.query(
    `DELETE FROM storefront_event WHERE shop_id = $1 AND visitor IN (
       SELECT visitor FROM storefront_event WHERE shop_id = $1 AND (order_id = ANY ($3::bigint[])
         OR order_id IN (SELECT id FROM "order" WHERE shop_id = $1 AND customer_id = ANY ($2::bigint[]))))`,
    [shop, customers, orders],
  )
}
