import type { Pool } from 'pg'

/** Lets a shop that the app has left, or every one, be 48 hours older, and with it whatever waits to be looked at again. */
export async function twoDaysLater(database: Pool, domain: string | null = null): Promise<void> {
  await database.query(`UPDATE shop SET uninstalled_at = uninstalled_at - interval '48 hours' WHERE $1::text IS NULL OR id = $1`, [domain])
  await database.query(
    `UPDATE delivery SET again_at = again_at - interval '48 hours' WHERE applied_at IS NULL AND ($1::text IS NULL OR shop_id = $1)`,
    [domain],
  )
}
