import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'

/** What stays of a delivery's body: its row alone, so that the same delivery is not taken for a new one. */
export const ERASED = '{"kind":"erased"}'

/**
 * Erases the bodies of all deliveries that name one of the orders or customers. Those that wait are marked as applied, but for
 * what must still be done: a waiting order of a customer that is not named itself loses the customer's id and waits on, and
 * whoever else is to be forgotten, or is one with the customer, waits on as it is.
 */
export async function eraseDeliveries(
  client: PoolClient,
  shop: ShopId,
  customers: readonly CustomerId[],
  orders: readonly OrderId[],
): Promise<void> {
  await client.query(
    `UPDATE delivery SET kept = $3, applied_at = coalesce(applied_at, now()), failure = NULL
     WHERE shop_id = $1 AND topic ~ '^(orders|refunds)/'
       AND coalesce(kept->'order'->>'id', kept->>'orderId', kept->>'id') = ANY ($2::text[])`,
    [shop, orders.map(String), ERASED],
  )
  await client.query(
    `UPDATE delivery SET kept = CASE WHEN applied_at IS NULL THEN jsonb_set(kept, '{order,customerId}', 'null') ELSE $3 END
     WHERE shop_id = $1 AND kept->'order'->>'customerId' = ANY ($2::text[])`,
    [shop, customers.map(String), ERASED],
  )
  await client.query(
    `UPDATE delivery SET kept = $4, applied_at = coalesce(applied_at, now()), failure = NULL
     WHERE shop_id = $1 AND topic LIKE 'customers/%' AND (applied_at IS NOT NULL OR topic = 'customers/data_request')
       AND (ARRAY[kept->>'customerId', kept->>'keptId', kept->>'goneId'] && $2::text[]
            OR jsonb_path_exists(kept, '$.orders[*] ? (@ == $orders[*])', jsonb_build_object('orders', $3::jsonb)))`,
    [shop, customers.map(String), JSON.stringify(orders), ERASED],
  )
}
