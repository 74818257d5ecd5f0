import { pool } from '#app/platform/db.server.ts'
import type { FailureText } from '#app/platform/failure.ts'
import { InstallationEnded, type Installation } from '#app/shopify/installation.server.ts'

export const SYNC_KINDS = ['catalog', 'orders'] as const
export type SyncKind = (typeof SYNC_KINDS)[number]

/** Stands where a pull's failure does; the admin has words for it. */
export const PULL_STOPPED = 'stopped' as FailureText

/** How far the pull of one kind of data is; what the merchant sees on the home page. */
export type SyncProgress =
  | { readonly phase: 'exporting'; readonly bulkOperationId: string; readonly progress: number }
  | { readonly phase: 'reading'; readonly bulkOperationId: string; readonly progress: number; readonly total: number }
  | { readonly phase: 'done'; readonly progress: number; readonly broken: number; readonly orphans: number }
  /** Where the operation's id is kept, the next try goes on with that export. */
  | { readonly phase: 'failed'; readonly failure: FailureText; readonly bulkOperationId: string | null }

/** The pull of one kind of data that was begun last for this installation. */
export interface LastRun {
  readonly isDone: boolean
  /** The export that it waits for or reads; null where it has none. */
  readonly bulkOperationId: string | null
  /** By the database's clock. */
  readonly startedAt: Date
  /** What the merchant had granted when it began. */
  readonly scopes: readonly string[]
}

export async function lastRun({ shop, generation }: Installation, kind: SyncKind): Promise<LastRun | undefined> {
  const { rows } = await pool.query<LastRun>(
    `SELECT phase = 'done' AS "isDone", bulk_operation_id AS "bulkOperationId", started_at AS "startedAt", scopes
     FROM sync WHERE shop_id = $1 AND kind = $2 AND generation = $3`,
    [shop, kind, generation],
  )
  return rows[0]
}

/** Writes down that a pull begins now, before its export does, and returns when that is. Throws InstallationEnded. */
export async function beginRun({ shop, generation, scopes }: Installation, kind: SyncKind): Promise<Date> {
  const { rows } = await pool.query<{ started_at: Date }>(
    `INSERT INTO sync (shop_id, kind, generation, phase, scopes, started_at)
     SELECT id, $2, generation, 'asking', $4, now() FROM shop WHERE id = $1 AND generation = $3 AND uninstalled_at IS NULL FOR SHARE
     ON CONFLICT (shop_id, kind) DO UPDATE
       SET generation = excluded.generation, phase = excluded.phase, scopes = excluded.scopes, started_at = excluded.started_at,
           progress = 0, total = NULL, failure = NULL, bulk_operation_id = NULL, finished_at = NULL
     RETURNING started_at`,
    [shop, kind, generation, scopes],
  )
  if (!rows[0]) throw new InstallationEnded('The app has left the shop')
  return rows[0].started_at
}

/** Writes down where a pull stands. Throws InstallationEnded. */
export async function recordProgress({ shop, generation }: Installation, kind: SyncKind, progress: SyncProgress): Promise<void> {
  const isOver = progress.phase === 'done' || progress.phase === 'failed'
  const { rowCount } = await pool.query(
    `UPDATE sync SET phase = $4, progress = $5, total = $6, failure = $7, bulk_operation_id = $8,
            broken = COALESCE($9, broken), orphans = COALESCE($10, orphans), finished_at = CASE WHEN $11 THEN now() END
     WHERE shop_id = $1 AND kind = $2 AND generation = $3`,
    [
      shop,
      kind,
      generation,
      progress.phase,
      'progress' in progress ? progress.progress : 0,
      'total' in progress ? progress.total : null,
      'failure' in progress ? progress.failure : null,
      'bulkOperationId' in progress ? progress.bulkOperationId : null,
      'broken' in progress ? progress.broken : null,
      'orphans' in progress ? progress.orphans : null,
      isOver,
    ],
  )
  if (rowCount === 0) throw new InstallationEnded('The app has left the shop')
}
