import type { PoolClient } from 'pg'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Echo } from './judge-news.ts'

/** Notes what a writing of ours will be heard as. */
export async function expectEchoes(shop: ShopId, echoes: readonly Echo[]): Promise<void> {
  if (echoes.length === 0) return
  await pool.query(
    `INSERT INTO echo (shop_id, product_id, at, updates)
     SELECT $1, id, to_timestamp(at / 1000), updates FROM unnest($2::bigint[], $3::float8[], $4::int[]) AS echo (id, at, updates)
     ON CONFLICT (shop_id, product_id, at) DO UPDATE SET updates = echo.updates + excluded.updates`,
    [shop, echoes.map(({ id }) => id), echoes.map(({ at }) => at), echoes.map(({ updates }) => updates)],
  )
}

/** What is still to be heard of the products. */
export async function echoesOf(client: PoolClient, shop: ShopId, products: readonly ProductId[]): Promise<Echo[]> {
  const { rows } = await client.query<Echo>(
    `SELECT product_id AS id, extract(epoch FROM at)::float8 * 1000 AS at, updates FROM echo
     WHERE shop_id = $1 AND product_id = ANY ($2::bigint[]) AND updates > 0 ORDER BY at`,
    [shop, products],
  )
  return rows
}

/** Writes down what is still to be heard of each. */
export async function recordEchoes(client: PoolClient, shop: ShopId, heard: readonly Echo[]): Promise<void> {
  if (heard.length === 0) return
  await client.query(
    `UPDATE echo SET updates = heard.updates FROM unnest($2::bigint[], $3::float8[], $4::int[]) AS heard (id, at, updates)
     WHERE shop_id = $1 AND product_id = heard.id AND echo.at = to_timestamp(heard.at / 1000)`,
    [shop, heard.map(({ id }) => id), heard.map(({ at }) => at), heard.map(({ updates }) => updates)],
  )
}
