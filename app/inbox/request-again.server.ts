import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { CollectionId, OrderId, ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Payload } from './allowed-fields.ts'

/**
 * Puts products, collections and orders in the inbox that an export told too little of, as if Shopify had named them: what they are
 * now is asked for one by one. So are orders put there of which it was found out that they are gone.
 */
export async function requestAgain(
  client: PoolClient,
  shop: ShopId,
  named: {
    readonly products?: readonly ProductId[]
    readonly collections?: readonly CollectionId[]
    readonly orders?: readonly OrderId[]
    readonly ordersGone?: readonly OrderId[]
  },
): Promise<void> {
  const kept: [string, Payload][] = [
    ...(named.products ?? []).map((id): [string, Payload] => ['products/update', { kind: 'product', id }]),
    ...(named.collections ?? []).map((id): [string, Payload] => ['collections/update', { kind: 'collection', id }]),
    ...(named.orders ?? []).map((id): [string, Payload] => ['orders/updated', { kind: 'order-named', id }]),
    ...(named.ordersGone ?? []).map((id): [string, Payload] => ['orders/delete', { kind: 'order-deleted', id }]),
  ]
  await client.query(
    `INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at)
     SELECT $1, topic, webhook_id, kept, now() FROM unnest($2::text[], $3::text[], $4::jsonb[]) AS named (topic, webhook_id, kept)`,
    [shop, kept.map(([topic]) => topic), kept.map(() => `export/${randomUUID()}`), kept.map(([, one]) => JSON.stringify(one))],
  )
}
