import type { Pool } from 'pg'

/** Holds the turn in which a shop's rules are changed, so that whatever changes them waits. Gives it back when called. */
export async function holdRules(database: Pool, domain: string): Promise<() => Promise<void>> {
  const client = await database.connect()
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`rules of ${domain}`])
  return async () => {
    await client.query('SELECT pg_advisory_unlock_all()')
    client.release()
  }
}

/** Resolves once something waits for it. */
export async function untilWaitedFor(database: Pool): Promise<void> {
  const waiting = `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  while ((await database.query<{ count: number }>(waiting)).rows[0]!.count === 0) await new Promise((go) => setTimeout(go, 20))
}
