import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'

/**
 * Lets orders that were recorded while the merchant kept customers from us know theirs, once the stage says it: granting
 * that changes no order's `updated_at`. Only for a stage from which everybody who is forgotten was withheld.
 */
export async function fillCustomers(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query(
    `UPDATE "order" SET customer_id = staged.customer_id FROM staged_order AS staged
     WHERE "order".shop_id = $1 AND "order".id = staged.id AND "order".updated_at = staged.updated_at
       AND "order".customer_id IS NULL AND staged.customer_id IS NOT NULL`,
    [shop],
  )
}
