import { readdir } from 'node:fs/promises'
import { clockFault } from './clock.server.ts'
import { pool } from './db.server.ts'
import { withTimeout } from './with-timeout.server.ts'

export type Readiness = { readonly kind: 'ready' } | { readonly kind: 'not-ready'; readonly why: string }

const PATIENCE = 2_000
const notReady = (why: string): Readiness => ({ kind: 'not-ready', why })

/** Whether this process can do its work: the database answers, has every migration of this build, and the queue's tables; and the clock is right. */
export async function readiness(): Promise<Readiness> {
  try {
    return await withTimeout(PATIENCE, undefined, (signal) =>
      Promise.race([
        look(),
        new Promise<Readiness>((resolve) =>
          signal.addEventListener('abort', () => resolve(notReady('The database does not answer in time'))),
        ),
      ]),
    )
  } catch {
    return notReady('The database cannot be reached')
  }
}

async function look(): Promise<Readiness> {
  const { rows } = await pool.query<{ now: number; queue: boolean }>(
    `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now, to_regclass('jobs.job') IS NOT NULL AS queue`,
  )
  const missing = await missingMigrations()
  if (missing.length > 0) return notReady(`The database lacks migrations: ${missing.join(', ')}`)
  // The database's machine may be wrong instead; but one of them is, and who is asked is this one.
  const clock = clockFault() ?? clockFault(Date.now() - rows[0]!.now)
  if (clock !== undefined) return notReady(clock)
  return rows[0]!.queue ? { kind: 'ready' } : notReady('The queue has no tables yet: a worker makes them when it starts')
}

/** The migrations of this build that the database has not had, oldest first. */
export async function missingMigrations(): Promise<readonly string[]> {
  const entries = await readdir('prisma/migrations', { withFileTypes: true })
  const wanted = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  const book = await pool.query<{ stands: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS stands`)
  if (!book.rows[0]!.stands) return wanted
  const { rows } = await pool.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Set(rows.map(({ name }) => name))
  return wanted.filter((name) => !applied.has(name))
}
