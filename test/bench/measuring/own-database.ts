import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../../prisma/free-port.ts'
import { startLocalPostgres } from '../../../prisma/local-postgres.ts'
import { applyMigrations } from '../../../prisma/migrate.ts'

export interface OwnDatabase {
  readonly url: string
  readonly database: pg.Pool
  /** Ends both; nothing of the folder is left. */
  readonly stop: () => Promise<void>
}

/** A folder that is empty but for a PostgreSQL of the bench's own, migrated, with at most so many connections for the bench itself. */
export async function ownDatabase(folder: string, connections: number): Promise<OwnDatabase> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const postgres = await startLocalPostgres({ folder: join(folder, 'postgres'), port: await freePort() })
  await applyMigrations(postgres.url)
  const database = new pg.Pool({ connectionString: postgres.url, max: connections })
  // PostgreSQL ends under idle connections where a run fails.
  database.on('error', () => {})
  return {
    url: postgres.url,
    database,
    async stop() {
      await database.end()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
