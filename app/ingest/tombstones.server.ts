import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import { fingerprintOf, fingerprintsOf, type Mortal } from './fingerprint.server.ts'

/** Remembers what must not come back, in the transaction that deletes it. Burying twice changes nothing. */
export async function bury<Kind extends keyof Mortal>(
  client: PoolClient,
  shop: ShopId,
  kind: Kind,
  ids: readonly Mortal[Kind][],
): Promise<void> {
  if (ids.length === 0) return
  await client.query(
    'INSERT INTO tombstone (shop_id, kind, fingerprint) SELECT $1, $2, fingerprint FROM unnest($3::text[]) AS fingerprint ON CONFLICT DO NOTHING',
    [shop, kind, ids.map((id) => fingerprintOf(shop, kind, id))],
  )
}

/** How many of a kind are buried: as long as it stays the same, nothing that was read meanwhile has been forgotten since. */
export async function countBuried(client: Pick<PoolClient, 'query'>, shop: ShopId, kind: keyof Mortal): Promise<number> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM tombstone WHERE shop_id = $1 AND kind = $2', [
    shop,
    kind,
  ])
  return rows[0]!.count
}

/** Those of the ids that are buried. A shop that buried nothing of the kind costs one look at an empty index. */
export async function buriedAmong<Kind extends keyof Mortal>(
  client: Pick<PoolClient, 'query'>,
  shop: ShopId,
  kind: Kind,
  ids: readonly Mortal[Kind][],
): Promise<ReadonlySet<Mortal[Kind]>> {
  const { rows: any } = await client.query('SELECT FROM tombstone WHERE shop_id = $1 AND kind = $2 LIMIT 1', [shop, kind])
  if (any.length === 0 || ids.length === 0) return new Set()
  const byFingerprint = new Map(ids.flatMap((id) => fingerprintsOf(shop, kind, id).map((one) => [one, id] as const)))
  const { rows } = await client.query<{ fingerprint: string }>(
    'SELECT fingerprint FROM tombstone WHERE shop_id = $1 AND kind = $2 AND fingerprint = ANY ($3::text[])',
    [shop, kind, [...byFingerprint.keys()]],
  )
  return new Set(rows.map(({ fingerprint }) => byFingerprint.get(fingerprint)!))
}

interface Named {
  readonly customerId: CustomerId | null
  readonly orders: readonly OrderId[]
}

/** A customer and orders but for those that are buried. */
export async function withoutBuried(client: Pick<PoolClient, 'query'>, shop: ShopId, { customerId, orders }: Named): Promise<Named> {
  const customers = await buriedAmong(client, shop, 'customer', customerId === null ? [] : [customerId])
  const gone = await buriedAmong(client, shop, 'order', orders)
  return { customerId: customers.size > 0 ? null : customerId, orders: orders.filter((id) => !gone.has(id)) }
}
