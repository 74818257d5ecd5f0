import { pool } from '#app/platform/db.server.ts'
import { JOBS, type JobKind } from './queue.server.ts'

export interface Backlog {
  readonly kind: JobKind
  /** Jobs that may begin and have not: a shop's next one, while one of its kind runs, is none of these. */
  readonly waiting: number
  /** Seconds for which the one that waits longest could have begun. */
  readonly oldest: number
}

/** What waits in the queue, of every kind of job. */
export async function queueBacklog(): Promise<readonly Backlog[]> {
  const { rows } = await pool.query<Backlog>(
    `SELECT kind, count(job.id)::int AS waiting, COALESCE(extract(epoch FROM now() - min(job.start_after)), 0)::float8 AS oldest
     FROM unnest($1::text[]) AS kind LEFT JOIN jobs.job AS job ON job.name = kind AND job.state < 'active' AND job.start_after <= now()
       AND NOT EXISTS (SELECT FROM jobs.job AS running WHERE running.name = kind AND running.state = 'active'
         AND running.singleton_key = job.singleton_key)
     GROUP BY kind`,
    [JOBS],
  )
  return rows
}
