import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/platform/db.server.ts'

/** Runs `work` in a transaction that no other change of the shop's rules, settings or versions runs beside. */
export function serialized<Result>(shop: ShopId, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  return inTransaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`rules of ${shop}`])
    return work(client)
  })
}
