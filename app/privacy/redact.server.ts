import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import { bury } from '#app/ingest/tombstones.server.ts'
import { forgetVisitors } from '#app/measure/ledger/forget-visitors.server.ts'
import { eraseEvents } from '#app/signals/storefront-events/erase-events.server.ts'
import { untieVisits } from '#app/signals/find-orders.server.ts'
import { eraseDeliveries } from './erase-deliveries.server.ts'

/**
 * Deletes the named orders, with what was seen in the browsers that made them, and unties every other order from the customer and from whoever was merged into them. What is
 * deleted is buried: a late delivery or a later export does not bring it back. Returns how many orders are gone, after
 * which the models must be trained anew.
 */
export async function redactCustomer(
  client: PoolClient,
  shop: ShopId,
  customer: CustomerId | null,
  orders: readonly OrderId[],
): Promise<{ readonly gone: number }> {
  const customers = customer === null ? [] : await mergedInto(client, shop, customer)
  await bury(client, shop, 'order', orders)
  await bury(client, shop, 'customer', customers)
  await eraseDeliveries(client, shop, customers, orders)
  await eraseEvents(client, shop, customers, orders)
  await forgetVisitors(client, shop, await untieVisits(client, shop, customers, orders))
  await client.query('DELETE FROM order_line WHERE shop_id = $1 AND order_id = ANY ($2::bigint[])', [shop, orders])
  const { rowCount } = await client.query('DELETE FROM "order" WHERE shop_id = $1 AND id = ANY ($2::bigint[])', [shop, orders])
  await client.query('UPDATE "order" SET customer_id = NULL WHERE shop_id = $1 AND customer_id = ANY ($2::bigint[])', [shop, customers])
  await client.query('DELETE FROM data_request WHERE shop_id = $1 AND (customer_id = ANY ($2::bigint[]) OR orders && $3::bigint[])', [
    shop,
    customers,
    orders,
  ])
  await client.query('DELETE FROM merged_customer WHERE shop_id = $1 AND (kept_id = ANY ($2::bigint[]) OR gone_id = ANY ($2::bigint[]))', [
    shop,
    customers,
  ])
  return { gone: rowCount ?? 0 }
}

/** The customer and everybody who was merged into them, at however many removes. */
async function mergedInto(client: PoolClient, shop: ShopId, customer: CustomerId): Promise<CustomerId[]> {
  const { rows } = await client.query<{ id: CustomerId }>(
    `WITH RECURSIVE one (id) AS (
       SELECT $2::bigint UNION SELECT gone_id FROM merged_customer JOIN one ON kept_id = one.id WHERE shop_id = $1)
     SELECT id FROM one`,
    [shop, customer],
  )
  return rows.map(({ id }) => id)
}
