import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'

/**
 * Lets orders that were recorded while the merchant kept customers from us know theirs, once the stage says it: granting
 * that changes no order's `updated_at`. Only for a stage from which everybody who is forgotten was withheld.
 */
export async function fillCustomers(client: PoolClient, shop: ShopId): Promise<void> {
  // By key alone: how many orders are without a customer is not known to the planner, and a join could try them all.
  await client.query(
    `INSERT INTO "order" (shop_id, id, customer_id, processed_at, updated_at)
     SELECT DISTINCT ON (id) $1, id, customer_id, processed_at, updated_at FROM staged_order AS staged
     WHERE customer_id IS NOT NULL AND NOT EXISTS (SELECT FROM changed_order AS changed WHERE changed.id = staged.id)
     ORDER BY id, updated_at DESC
     ON CONFLICT (shop_id, id) DO UPDATE SET customer_id = excluded.customer_id
       WHERE "order".updated_at = excluded.updated_at AND "order".customer_id IS NULL`,
    [shop],
  )
}
