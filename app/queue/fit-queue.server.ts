import type { PoolClient } from 'pg'
import { inTransaction } from '#app/platform/db.server.ts'

/** The queue's own indexes find what is to be done; this one finds what became of a shop's jobs, of which a week's lie there. */
const INDEX = `CREATE INDEX job_ended ON jobs.job (singleton_key, name, completed_on DESC) WHERE state > 'active'`

/**
 * Every few seconds the queue writes down which shops have a job under way, and passes over all of these until it looks again,
 * long after the job has ended. Whether a shop has one is asked in each fetch instead: its jobs are a group.
 */
const TRIGGER = `
  CREATE OR REPLACE FUNCTION jobs.forget_singletons() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN NEW.singletons_active := NULL; RETURN NEW; END $$;
  CREATE TRIGGER forget_singletons BEFORE UPDATE ON jobs.queue FOR EACH ROW
    WHEN (NEW.singletons_active IS NOT NULL) EXECUTE FUNCTION jobs.forget_singletons()`

/** Gives the queue's tables what is ours in them. Made by whichever process comes first; where it stands, nobody waits for a lock. */
export async function fitQueue(): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('what is ours in the queue', 0))`)
    if (!(await stands(client, `SELECT to_regclass('jobs.job_ended') IS NOT NULL AS stands`))) await client.query(INDEX)
    if (
      !(await stands(
        client,
        `SELECT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'forget_singletons' AND tgrelid = 'jobs.queue'::regclass) AS stands`,
      ))
    )
      await client.query(TRIGGER)
  })
}

async function stands(client: PoolClient, question: string): Promise<boolean> {
  const { rows } = await client.query<{ stands: boolean }>(question)
  return rows[0]!.stands
}
