import type { RunningShop } from '../../running/running-shop.ts'

/** Every row that belongs to the other shop, and what the app wrote into it. */
export async function readTheirs(running: RunningShop, shop: string): Promise<string> {
  const { rows: tables } = await running.database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shop_id' ORDER BY 1`,
  )
  const rows: unknown[] = []
  for (const { name } of tables)
    rows.push(
      name,
      (await running.database.query(`SELECT to_jsonb(t) - 'id' AS row FROM "${name}" t WHERE shop_id = $1 ORDER BY t::text`, [shop])).rows,
    )
  rows.push((await running.database.query(`SELECT id, state FROM jobs.job WHERE data->>'shop' = $1 ORDER BY id`, [shop])).rows)
  rows.push((await running.database.query('SELECT id, access_token FROM session WHERE shop = $1', [shop])).rows)
  const { products, metafields } = running.simulator.shops.get(shop)!
  rows.push([...products.keys()].map((id) => metafields.of(`gid://shopify/Product/${id}`).map(({ value }) => value)))
  return JSON.stringify(rows)
}
