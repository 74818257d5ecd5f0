import type { Pool } from 'pg'

/**
 * Asks the worker for a job of a shop, as the app itself does: where one waits already, for whoever asked a moment before, that is it.
 */
export async function askFor(database: Pick<Pool, 'query'>, name: string, shop: string): Promise<void> {
  await database.query(
    `INSERT INTO jobs.job (name, data, singleton_key, policy) VALUES ($1, jsonb_build_object('shop', $2::text), $2, 'stately')
     ON CONFLICT DO NOTHING`,
    [name, shop],
  )
}
