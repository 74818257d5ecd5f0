import type { ShopId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import { pool } from '#app/platform/db.server.ts'

/** What a unit of each variant costs the merchant now; one whose cost is not known is absent. */
export async function readCosts(shop: ShopId): Promise<ReadonlyMap<VariantId, Minor>> {
  const { rows } = await pool.query<{ id: VariantId; cost: Minor }>(
    `SELECT (variant->>'id')::bigint AS id, (variant->>'cost')::bigint AS cost
     FROM product, jsonb_array_elements(variants) AS variant WHERE shop_id = $1 AND variant->>'cost' IS NOT NULL`,
    [shop],
  )
  return new Map(rows.map(({ id, cost }) => [id, cost]))
}
