import { clockFault } from '#app/platform/clock.server.ts'
import { pool } from '#app/platform/db.server.ts'
import { missingMigrations } from '#app/platform/readiness.server.ts'
import { sayMistake } from '../say-mistake.ts'
import { ill, well, type Finding } from './finding.ts'

/** Whether the database answers and is as this version of the code wants it. Where it does not answer, nothing else is looked at. */
export async function lookAtDatabase(): Promise<readonly Finding[]> {
  let rows: { readonly now: number; readonly queue: boolean }[]
  try {
    ;({ rows } = await pool.query<{ now: number; queue: boolean }>(
      `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now, to_regclass('jobs.job') IS NOT NULL AS queue`,
    ))
  } catch (error) {
    return [ill('Database', sayMistake(error) ?? (error as Error).message, 'Start it, or set DATABASE_URL to where it is.')]
  }
  const missing = await missingMigrations()
  const clock = clockFault(Date.now() - rows[0]!.now)
  return [
    missing.length === 0
      ? well('Database', 'answers, and has every migration')
      : ill('Database', `lacks ${missing.length} migrations, the first of them ${missing[0]}.`, 'Run node app/commands/migrate.ts'),
    ...(clock === undefined ? [] : [ill('Clock', `${clock}.`, 'The database’s machine tells another time: set both by NTP.')]),
    rows[0]!.queue
      ? well('Worker', 'has made its queue')
      : ill('Worker', 'has never run here: the queue has no tables.', 'Start it: node worker.ts'),
  ]
}
