import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import { buriedAmong } from '#app/ingest/tombstones.server.ts'

const CHUNK = 20_000

/**
 * Takes out of the stage what must not be recorded: orders that are buried, and the ids of customers who are, or of all
 * where the merchant does not let the app know customers.
 */
export async function withhold(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query(
    `UPDATE staged_order SET customer_id = NULL WHERE customer_id IS NOT NULL
     AND NOT EXISTS (SELECT FROM shop WHERE shop.id = $1 AND 'read_customers' = ANY (shop.scopes))`,
    [shop],
  )
  const { rows } = await client.query<{ kind: 'order' | 'customer' }>('SELECT DISTINCT kind FROM tombstone WHERE shop_id = $1', [shop])
  for (const { kind } of rows) await (kind === 'order' ? withholdOrders(client, shop) : withholdCustomers(client, shop))
}

async function withholdOrders(client: PoolClient, shop: ShopId): Promise<void> {
  for await (const ids of staged<OrderId>(client, 'id')) {
    const buried = [...(await buriedAmong(client, shop, 'order', ids))]
    if (buried.length === 0) continue
    await client.query('DELETE FROM staged_line WHERE order_id = ANY ($1::bigint[])', [buried])
    await client.query('DELETE FROM staged_order WHERE id = ANY ($1::bigint[])', [buried])
  }
}

async function withholdCustomers(client: PoolClient, shop: ShopId): Promise<void> {
  for await (const ids of staged<CustomerId>(client, 'customer_id')) {
    const buried = [...(await buriedAmong(client, shop, 'customer', ids))]
    if (buried.length > 0)
      await client.query('UPDATE staged_order SET customer_id = NULL, visit = NULL WHERE customer_id = ANY ($1::bigint[])', [buried])
  }
}

/** The different ids of a column of the stage, in chunks: an export may hold a million. */
async function* staged<Id extends number>(client: PoolClient, column: 'id' | 'customer_id'): AsyncGenerator<Id[]> {
  for (let last = 0; ;) {
    const { rows } = await client.query<{ id: Id }>(
      `SELECT DISTINCT ${column} AS id FROM staged_order WHERE ${column} > $1 ORDER BY 1 LIMIT $2`,
      [last, CHUNK],
    )
    if (rows.length === 0) return
    yield rows.map(({ id }) => id)
    last = rows.at(-1)!.id
  }
}
