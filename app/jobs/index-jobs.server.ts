import { inTransaction } from '#app/db.server.ts'

/**
 * The queue's own indexes find what is to be done; this one finds what became of a shop's jobs, of which a week's lie there.
 * Made by whichever process comes first; where it stands, nobody waits for a lock.
 */
export async function indexJobs(): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('index of jobs', 0))`)
    const { rows } = await client.query<{ stands: boolean }>(`SELECT to_regclass('jobs.job_ended') IS NOT NULL AS stands`)
    if (!rows[0]!.stands)
      await client.query(`CREATE INDEX job_ended ON jobs.job (singleton_key, name, completed_on DESC) WHERE state > 'active'`)
  })
}
