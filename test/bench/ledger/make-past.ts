import type pg from 'pg'
import { fixTerms } from '#app/measure/arms/terms.ts'
import { markOfVisit } from '#app/signals/visit-mark.server.ts'
import { EXPOSURES_A_VISITOR, RULES, visitOf } from './exposure.ts'

export const SHOP = 'bench.myshopify.com'
const AT_ONCE = 20_000

/** A shop that is measured, and orders of a tenth of its visitors, each of one product that was offered and one that was not. */
export async function makePast(database: pg.Client, orders: number, exposures: number): Promise<void> {
  await database.query(
    `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'Bench', 'EUR', 'UTC', '{read_customers}', now())`,
    [SHOP],
  )
  await database.query(
    `INSERT INTO measurement (shop_id, salt, started_at, counted_to, published) VALUES ($1, 'feedfacecafebeef', now() - interval '90 days', now(), '{}')`,
    [SHOP],
  )
  await database.query(
    `INSERT INTO measure_epoch (shop_id, board, number, share, terms, starts_at) VALUES ($1, 'cross-sell', 1, 0.1, $2, now() - interval '90 days')`,
    [SHOP, fixTerms([], 90)],
  )
  const visitors = Math.max(1, Math.floor(exposures / EXPOSURES_A_VISITOR))
  for (let from = 0; from < orders; from += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, orders - from) }, (_, at) => from + at + 1)
    // Orders of visitors that come by something; where there are more orders than those, of others.
    const marks = ids.map((id) => markOfVisit(visitOf((id * 7_919) % (10 * visitors))))
    await database.query(
      `INSERT INTO "order" (shop_id, id, processed_at, updated_at, channel, visit)
       SELECT $1, id, now() - interval '1 minute', now(), 'web', visit FROM unnest($2::bigint[], $3::text[]) AS made (id, visit)`,
      [SHOP, ids, marks],
    )
    await database.query(
      `INSERT INTO order_line (shop_id, order_id, id, product_id, variant_id, quantity, current_quantity, unit_price)
       SELECT $1, id, 2 * id + nth, CASE nth WHEN 0 THEN 1 + id % ${RULES} ELSE 100000 END, 1, 1, 1, 1000 + id % 777
       FROM unnest($2::bigint[]) AS id, generate_series(0, 1) AS nth`,
      [SHOP, ids],
    )
  }
  await database.query('ANALYZE')
}
