import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { LeftOut, LeftOutFact } from '#app/queue/job-view.ts'

/** What of the last exports was left out, what is about one thing together, the oldest first. */
export async function listLeftOut(shop: ShopId, most: number): Promise<LeftOut[]> {
  const { rows } = await pool.query<LeftOut>(
    `SELECT line.gid, line.why, product.title, count(*)::int AS count FROM quarantined_line AS line
     LEFT JOIN product ON product.shop_id = line.shop_id AND line.gid = 'gid://shopify/Product/' || product.id
     WHERE line.shop_id = $1 AND kind <> 'facts' GROUP BY line.gid, line.why, product.title ORDER BY min(line.id) LIMIT $2`,
    [shop, most],
  )
  return rows
}

/** The merchant's own facts that no rule can compare, by name. */
export async function listIncomparable(shop: ShopId): Promise<LeftOutFact[]> {
  const { rows } = await pool.query<LeftOutFact>(
    `SELECT gid AS name, why AS type FROM quarantined_line WHERE shop_id = $1 AND kind = 'facts' AND gid IS NOT NULL ORDER BY gid, why`,
    [shop],
  )
  return rows
}
