import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import type { NamedMetaobject } from '#app/commerce/metafield.ts'
import { pool } from '#app/platform/db.server.ts'

/** Metaobjects that are named in one shop. */
const MOST = 10_000

/** What the shop's metaobjects are called, by their global ids; of none where the merchant does not let them be read. */
export async function loadMetaobjects(shop: ShopId): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<NamedMetaobject>('SELECT gid, name FROM metaobject WHERE shop_id = $1', [shop])
  return new Map(rows.map(({ gid, name }) => [gid, name]))
}

/** The global ids of the metaobjects that metafields of the shop's products refer to. */
export async function referencedMetaobjects(shop: ShopId): Promise<string[]> {
  const { rows } = await pool.query<{ gid: string }>(
    `SELECT DISTINCT gid
     FROM product, jsonb_array_elements(metafields) AS metafield, jsonb_array_elements_text(metafield -> 'values') AS gid
     WHERE shop_id = $1 AND metafields::text LIKE '%gid://shopify/Metaobject/%' AND gid LIKE 'gid://shopify/Metaobject/%'
     ORDER BY gid LIMIT $2`,
    [shop, MOST],
  )
  return rows.map(({ gid }) => gid)
}

/** Puts names in the place of those that are held. Returns whether anything has changed. */
export async function replaceMetaobjects(client: PoolClient, shop: ShopId, named: readonly NamedMetaobject[]): Promise<boolean> {
  const before = await stateOf(client, shop)
  await client.query('DELETE FROM metaobject WHERE shop_id = $1', [shop])
  await client.query(
    `INSERT INTO metaobject (shop_id, gid, name) SELECT $1, gid, name FROM jsonb_to_recordset($2::jsonb) AS given (gid text, name text)`,
    [shop, JSON.stringify(named)],
  )
  return (await stateOf(client, shop)) !== before
}

async function stateOf(client: PoolClient, shop: ShopId): Promise<string | null> {
  const { rows } = await client.query<{ state: string | null }>(
    `SELECT md5(string_agg(gid || ' ' || name, E'\\n' ORDER BY gid)) AS state FROM metaobject WHERE shop_id = $1`,
    [shop],
  )
  return rows[0]!.state
}
