import { pool } from '#app/platform/db.server.ts'

/** Seconds for which the delivery that waits longest to be applied has waited, of all shops; 0 where none does. */
export async function oldestWaiting(): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    `SELECT COALESCE(extract(epoch FROM now() - min(received_at)), 0)::float8 AS seconds FROM delivery
     WHERE applied_at IS NULL AND failure IS NULL AND again_at IS NULL`,
  )
  return rows[0]!.seconds
}
