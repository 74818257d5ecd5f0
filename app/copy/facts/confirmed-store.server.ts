import { z } from 'zod'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { FACETS } from './facet.ts'
import type { ConfirmedFact } from './facts-of.ts'

const stored = z.object({
  product: z.number().transform((id) => id as ProductId),
  facet: z.enum(FACETS),
  value: z.string(),
  by: z.string(),
  at: z.date().transform((at) => at.getTime()),
})

/** What people of the shop have said to be true, by product. */
export async function readConfirmed(shop: ShopId): Promise<Map<ProductId, ConfirmedFact[]>> {
  const { rows } = await pool.query(
    `SELECT product_id AS product, facet, value, confirmed_by AS by, confirmed_at AS at FROM confirmed_fact
     WHERE shop_id = $1 ORDER BY product_id, facet`,
    [shop],
  )
  const byProduct = new Map<ProductId, ConfirmedFact[]>()
  for (const row of rows) {
    const fact = stored.parse(row)
    const known = byProduct.get(fact.product)
    if (known) known.push(fact)
    else byProduct.set(fact.product, [fact])
  }
  return byProduct
}

/** Keeps that something is true of products, in place of what was said of the facet before. */
export async function confirmFacts(shop: ShopId, facts: readonly ConfirmedFact[]): Promise<void> {
  await pool.query(
    `INSERT INTO confirmed_fact (shop_id, product_id, facet, value, confirmed_by, confirmed_at)
     SELECT $1, given.product, given.facet, given.value, given.by, to_timestamp(given.at / 1000.0)
     FROM jsonb_to_recordset($2::jsonb) AS given (product bigint, facet text, value text, by text, at float8)
     ON CONFLICT (shop_id, product_id, facet) DO UPDATE
       SET value = excluded.value, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`,
    [shop, JSON.stringify(facts)],
  )
}
