import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import pg from 'pg'

const folder = 'prisma/migrations'

/**
 * Brings a database up to the last migration; costs one query when it is there already. Prisma does the work, and its word
 * is not taken for it: throws an Error when afterwards a migration is still missing.
 */
export async function applyMigrations(databaseUrl: string): Promise<void> {
  if ((await pendingMigrations(databaseUrl)).length === 0) return
  const env = { ...process.env, DATABASE_URL: databaseUrl, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  await promisify(execFile)(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], { env }).catch(
    (error: unknown) => {
      throw new Error(`The database could not be migrated: ${said(error)}`)
    },
  )
  const missing = await pendingMigrations(databaseUrl)
  if (missing.length > 0) throw new Error(`The database lacks the migrations ${missing.join(', ')} although Prisma reports success.`)
}

/** Names of the migrations in the repository that the database has not finished. */
async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const known = await client.query<{ stands: boolean }>(`select to_regclass('_prisma_migrations') is not null as stands`)
    if (!known.rows[0]?.stands) return migrationNames()
    const { rows } = await client.query<{ name: string }>(
      'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    const finished = new Set(rows.map((row) => row.name))
    return migrationNames().filter((name) => !finished.has(name))
  } finally {
    await client.end()
  }
}

/** Migrations in the repository, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function said(error: unknown): string {
  const { stderr, stdout, message } = error as { stderr?: string; stdout?: string; message?: string }
  return [stderr, stdout, message].find((text) => text?.trim())?.trim() ?? 'Prisma said nothing'
}
