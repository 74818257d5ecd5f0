import type { PoolClient } from 'pg'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { HeldMarket } from './market.ts'

/** The markets as they were last read, by handle; none where the merchant does not let them be read. */
export async function loadMarkets(shop: ShopId): Promise<HeldMarket[]> {
  const { rows } = await pool.query<HeldMarket>(
    'SELECT handle, name, lacks::float8[] AS lacks FROM market WHERE shop_id = $1 ORDER BY handle',
    [shop],
  )
  return rows
}

/**
 * Puts markets in the place of those that are held; none where the merchant has taken back the leave to read them meanwhile.
 * Returns whether anything has changed.
 */
export async function replaceMarkets(client: PoolClient, shop: ShopId, markets: readonly HeldMarket[]): Promise<boolean> {
  const before = await stateOf(client, shop)
  await client.query('DELETE FROM market WHERE shop_id = $1', [shop])
  for (const { handle, name, lacks } of markets)
    await client.query(
      `INSERT INTO market (shop_id, handle, name, lacks) SELECT id, $2, $3, $4::bigint[] FROM shop WHERE id = $1 AND 'read_markets' = ANY (scopes)`,
      [shop, handle, name, lacks],
    )
  return (await stateOf(client, shop)) !== before
}

async function stateOf(client: PoolClient, shop: ShopId): Promise<string | null> {
  const { rows } = await client.query<{ state: string | null }>(
    'SELECT md5(jsonb_agg(to_jsonb(market) ORDER BY handle)::text) AS state FROM market WHERE shop_id = $1',
    [shop],
  )
  return rows[0]!.state
}

/** The products that shoppers can open in the online store now, by rising id. */
export async function productsInStore(shop: ShopId): Promise<ProductId[]> {
  const { rows } = await pool.query<{ id: ProductId }>(
    `SELECT id FROM product WHERE shop_id = $1 AND status = 'active' AND published_at <= now() ORDER BY id`,
    [shop],
  )
  return rows.map(({ id }) => id)
}
