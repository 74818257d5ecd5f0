import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { choicesIn, type Choice, type OfferMoment } from './choices-in.ts'

/** Browsers that are looked at, the latest first, and the latest events of each: more tell nothing new. */
const MOST_BROWSERS = 2_000
const MOST_EVENTS_EACH = 200

/**
 * What shoppers chose among offers, by browser, as long as it is kept what their pixels told. Nobody vouches for it: whoever learns from it
 * gives each browser one voice, and all of them together little.
 */
export async function readChoices(shop: ShopId): Promise<Choice[][]> {
  const { rows } = await pool.query<OfferMoment & { readonly visitor: string }>(
    `WITH choosing AS (
       SELECT visitor FROM storefront_event WHERE shop_id = $1 AND kind IN ('clicked', 'added')
       GROUP BY visitor HAVING count(DISTINCT product_id) > 1 ORDER BY max(received_at) DESC, visitor LIMIT $2)
     SELECT visitor, kind, product_id AS product, extract(epoch FROM received_at)::float8 * 1000 AS at FROM choosing, LATERAL (
       SELECT kind, product_id, received_at FROM storefront_event
       WHERE shop_id = $1 AND visitor = choosing.visitor AND kind IN ('seen', 'clicked', 'added') AND product_id IS NOT NULL
       ORDER BY received_at DESC LIMIT $3) AS event
     -- Of what was told at once the seen comes first.
     ORDER BY visitor, received_at, kind DESC`,
    [shop, MOST_BROWSERS, MOST_EVENTS_EACH],
  )
  const byVisitor = new Map<string, OfferMoment[]>()
  for (const { visitor, ...moment } of rows) {
    const told = byVisitor.get(visitor)
    if (told) told.push(moment)
    else byVisitor.set(visitor, [moment])
  }
  return [...byVisitor.values()].map(choicesIn).filter(({ length }) => length > 0)
}
