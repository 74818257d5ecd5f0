import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { MigrationFailed } from './migration-failed.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** Any number that nothing else in the database locks. */
const migrating = 7_462_319

/**
 * Brings a database up to the last migration, each in a transaction of its own; costs two queries when it is there already.
 * The book is Prisma's (`_prisma_migrations`), so `prisma migrate deploy` agrees with it; unlike that command, this one leaves
 * nothing of a migration that fails. Starts at the same moment wait for each other. Throws an Error naming what failed.
 */
export async function applyMigrations(databaseUrl: string, folder = 'prisma/migrations'): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    if ((await pending(client, folder)).length === 0) return
    await client.query('select pg_advisory_lock($1)', [migrating])
    await client.query(book)
    for (const migration of await pending(client, folder)) await apply(client, migration)
  } finally {
    await client.end()
  }
}

/** The migrations of the repository, oldest first. */
export function readMigrations(folder = 'prisma/migrations'): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
}

async function pending(client: pg.Client, folder: string): Promise<Migration[]> {
  const { rows } = await client.query<{ stands: boolean }>(`select to_regclass('_prisma_migrations') is not null as stands`)
  if (!rows[0]?.stands) return readMigrations(folder)
  const finished = await client.query<{ name: string; checksum: string }>(
    'select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const checksums = new Map(finished.rows.map((row) => [row.name, row.checksum]))
  return readMigrations(folder).filter((migration) => {
    const applied = checksums.get(migration.name)
    if (applied !== undefined && applied !== checksumOf(migration))
      throw new MigrationFailed(
        `Migration ${migration.name} was changed after this database had applied it. Write a new migration instead.`,
      )
    return applied === undefined
  })
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(migration), migration.name],
    )
    await client.query('commit')
  } catch (error) {
    throw new MigrationFailed(`Migration ${migration.name} failed and changed nothing: ${(error as Error).message}`, { cause: error })
  }
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

const book = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`
