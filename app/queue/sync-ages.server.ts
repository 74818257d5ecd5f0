import { pool } from '#app/platform/db.server.ts'
import type { SyncKind } from './sync-progress.server.ts'

export interface SyncAges {
  readonly kind: SyncKind
  /** Seconds since the shop that was longest not read was read. */
  readonly oldest: number
  /** Shops whose last reading failed. */
  readonly failed: number
}

/** How old what was read of all installed shops is. */
export async function syncAges(): Promise<readonly SyncAges[]> {
  const { rows } = await pool.query<SyncAges>(
    `SELECT kind, max(extract(epoch FROM now() - COALESCE(finished_at, started_at)))::float8 AS oldest,
            count(*) FILTER (WHERE phase = 'failed')::int AS failed
     FROM sync JOIN shop ON shop.id = shop_id AND uninstalled_at IS NULL GROUP BY kind`,
  )
  return rows
}
