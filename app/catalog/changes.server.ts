import type { PoolClient } from 'pg'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** Products that are no longer what they were; or any may have changed, come or gone. */
export type Changed = readonly ProductId[] | 'any'

export interface ChangesSince {
  /** The number of the last of them. */
  readonly upTo: number
  readonly changed: Changed
}

/** Writes down what has changed, in the transaction that changes it. Only in the shop's turn do numbers rise as they are committed. */
export async function recordChanged(client: PoolClient, shop: ShopId, changed: Changed): Promise<void> {
  await client.query('INSERT INTO catalog_change (shop_id, product_id) SELECT $1, unnest($2::bigint[])', [
    shop,
    changed === 'any' ? [null] : changed,
  ])
}

/** What has changed after the change of a number. Numbers are looked up for minutes, and kept for a day. */
export async function changesSince(shop: ShopId, number: number): Promise<ChangesSince> {
  const { rows } = await pool.query<{ number: number; product_id: ProductId | null }>(
    'SELECT number, product_id FROM catalog_change WHERE shop_id = $1 AND number > $2 ORDER BY number',
    [shop, number],
  )
  const products = rows.flatMap(({ product_id }) => product_id ?? [])
  return { upTo: rows.at(-1)?.number ?? number, changed: products.length < rows.length ? 'any' : [...new Set(products)] }
}

/** The number of the last change. */
export async function lastChange(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ last: number }>('SELECT coalesce(max(number), 0) AS last FROM catalog_change WHERE shop_id = $1', [
    shop,
  ])
  return rows[0]!.last
}

/** Nobody looks as far back as a day. */
export async function forgetChanges(shop: ShopId): Promise<void> {
  await pool.query(`DELETE FROM catalog_change WHERE shop_id = $1 AND at < now() - interval '1 day'`, [shop])
}

/** How many products are known to have changed since a moment. Changes are kept for a day. */
export async function countChanged(shop: ShopId, since: Date): Promise<number> {
  const { rows } = await pool.query<{ changed: number }>(
    'SELECT count(DISTINCT product_id)::int AS changed FROM catalog_change WHERE shop_id = $1 AND at >= $2',
    [shop, since],
  )
  return rows[0]!.changed
}
