import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { statementsOf } from './lint/split-sql.ts'
import { MigrationFailed } from './migration-failed.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** Any number that nothing else in the database locks. */
const migrating = 7_462_319
/** How often it is looked whether another program has migrated; and how long a table that somebody has is tried for again. */
const LOOK_EVERY_MS = 100
const TRIES = 60

/** Whoever waits for a table keeps everybody else from it who comes after: so nobody waits long, and tries again. */
const PATIENT = `set local lock_timeout = '1s'`
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Brings a database up to the last migration, each in a transaction of its own; costs two queries when it is there already.
 * The book is Prisma's (`_prisma_migrations`), so `prisma migrate deploy` agrees with it; unlike that command, this one leaves
 * nothing of a migration that fails, but of one that builds an index CONCURRENTLY: that goes without a transaction, and begins anew next time. Starts at the same moment wait for each other. Throws an Error naming what failed.
 */
export async function applyMigrations(databaseUrl: string, folder = 'prisma/migrations'): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    if ((await pending(client, folder)).length === 0) return
    await takeTurn(client)
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

/** Whoever waited within a query would keep an index that is built CONCURRENTLY waiting for that query's end. */
async function takeTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [migrating])
    if (rows[0]!.mine) return
    await wait(LOOK_EVERY_MS)
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  if (/\bCONCURRENTLY\b/i.test(migration.sql)) return applyConcurrently(client, migration)
  for (let tried = 1; ; tried += 1) {
    try {
      await client.query('begin')
      await client.query(PATIENT)
      await client.query(migration.sql)
      await record(client, migration)
      return void (await client.query('commit'))
    } catch (error) {
      await client.query('rollback')
      if ((error as pg.DatabaseError).code !== LOCK_NOT_AVAILABLE || tried === TRIES)
        throw new MigrationFailed(`Migration ${migration.name} failed and changed nothing: ${(error as Error).message}`, { cause: error })
      await wait(LOOK_EVERY_MS)
    }
  }
}

async function applyConcurrently(client: pg.Client, migration: Migration): Promise<void> {
  try {
    for (const statement of statementsOf(migration.sql)) await client.query(statement)
    await record(client, migration)
  } catch (error) {
    throw new MigrationFailed(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function record(client: pg.Client, migration: Migration): Promise<void> {
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksumOf(migration), migration.name],
  )
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
