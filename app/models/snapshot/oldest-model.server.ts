import { pool } from '#app/platform/db.server.ts'

/** Seconds since the installed shop that was longest not trained was; 0 where none has a model. */
export async function oldestModel(): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    `SELECT COALESCE(extract(epoch FROM now() - min(newest)), 0)::float8 AS seconds
     FROM (SELECT max(trained_at) AS newest FROM model_snapshot JOIN shop ON shop.id = shop_id AND uninstalled_at IS NULL GROUP BY shop_id) AS each`,
  )
  return rows[0]!.seconds
}
