import type { PoolClient } from 'pg'

/** Lets one transaction at a time read and replace a shop's tokens, from here to its end. */
export async function lockAccess(client: PoolClient, shop: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('access of ' || $1, 0))`, [shop])
}
