import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { applyMigrations, readMigrations } from '../../prisma/migrate.ts'
import { schemaDifference, writeMigration } from '../../prisma/write-migration.ts'
import { eventually } from '../running/eventually.ts'
import { aDatabase } from '../setup/database.ts'

const url = await aDatabase()
const place = mkdtempSync(join(tmpdir(), 'migrations-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** A copy of the schema and of what the last migration reached. */
function copyOfPrisma(name: string): string {
  const folder = join(place, name)
  mkdirSync(folder)
  for (const part of ['schema.prisma', 'migrations']) cpSync(`prisma/${part}`, join(folder, part), { recursive: true })
  return folder
}

const write = (folder: string, name: string) => writeMigration({ folder, name, now: new Date('2027-01-02T03:04:05Z'), url })

test('the schema says nothing that no migration has done', () => {
  const fromTo = ['--from-schema-datamodel', 'prisma/migrations/schema.prisma', '--to-schema-datamodel', 'prisma/schema.prisma']
  expect(schemaDifference(fromTo, url)).toBe('')
})

describe('npm run migration', () => {
  test('writes what changed, so that the database can follow', async () => {
    const folder = copyOfPrisma('changed')
    const schema = join(folder, 'schema.prisma')
    writeFileSync(schema, `${readFileSync(schema, 'utf8')}\nmodel Note {\n  id String @id\n  @@map("note")\n}\n`)
    expect(write(folder, 'add_note')).toEqual({ kind: 'written', path: join(folder, 'migrations/20270102030405_add_note/migration.sql') })

    await applyMigrations(url, join(folder, 'migrations'))
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    expect((await client.query('select * from note')).rows).toEqual([])
    await client.end()
    expect(write(folder, 'once_more')).toMatchObject({ kind: 'refused' })
  })

  test('refuses to write nothing', () => {
    expect(write(copyOfPrisma('same'), 'nothing_new')).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Nothing to migrate'),
    })
  })

  test.each(['', 'Add note', '../escape', '1st', 'add-note'])('refuses the name “%s”', (name) => {
    expect(write(place, name)).toMatchObject({ kind: 'refused', why: expect.stringContaining('no name for a migration') })
  })
})

describe('applying migrations', () => {
  test('has orders read again whose days, tests and bundles nobody knew, and loses no delivery of them', async () => {
    const folder = copyOfPrisma('before-orders-were-known')
    rmSync(join(folder, 'migrations/20261128183000_what_orders_really_are'), { recursive: true })
    const empty = await aDatabase({ migrated: false })
    await applyMigrations(empty, join(folder, 'migrations'))
    const client = new pg.Client({ connectionString: empty })
    await client.connect()
    await client.query(`
      INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ('a', 'A', 'EUR', 'UTC', '{read_orders}', now());
      INSERT INTO sync (shop_id, kind, phase, scopes, started_at) VALUES ('a', 'orders', 'done', '{read_orders}', now());
      INSERT INTO "order" (shop_id, id, created_at, updated_at) VALUES ('a', 1, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z');
      INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at)
      VALUES ('a', 'orders/create', '1', '{"kind":"order","order":{"id":2,"createdAt":1767225600000}}', now())`)
    await applyMigrations(empty)
    const { rows } = await client.query('SELECT processed_at, updated_at FROM "order"')
    expect(rows).toEqual([{ processed_at: new Date('2026-01-01T00:00:00Z'), updated_at: new Date('2026-01-31T23:59:59Z') }])
    expect((await client.query('SELECT scopes FROM sync')).rows).toEqual([{ scopes: [] }])
    expect((await client.query('SELECT kept FROM delivery')).rows).toEqual([
      { kept: { kind: 'order', order: { id: 2, processedAt: 1767225600000 } } },
    ])
    await client.end()
  })

  test('two programs that start together do it once', async () => {
    const empty = await aDatabase({ migrated: false })
    await expect(Promise.all([applyMigrations(empty), applyMigrations(empty)])).resolves.toBeDefined()
    await expect(applyMigrations(empty)).resolves.toBeUndefined()
  })

  test('one that fails leaves nothing behind and is named', async () => {
    const folder = copyOfPrisma('broken')
    const path = join(folder, 'migrations/20270101000000_broken')
    mkdirSync(path)
    writeFileSync(join(path, 'migration.sql'), 'create table half (id int); select * from nowhere;')
    await expect(applyMigrations(url, join(folder, 'migrations'))).rejects.toThrow('20270101000000_broken failed and changed nothing')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    expect((await client.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
    await client.end()
  })

  /** A migration that comes after all others, in a copy of its own. */
  const withAnother = (name: string, sql: string): string => {
    const folder = copyOfPrisma(name)
    mkdirSync(join(folder, `migrations/20270101000000_${name}`))
    writeFileSync(join(folder, `migrations/20270101000000_${name}/migration.sql`), sql)
    return join(folder, 'migrations')
  }

  test('one that builds an index concurrently does so beside others who migrate, and again where it was broken off', async () => {
    const database = await aDatabase()
    const sql = 'DROP INDEX CONCURRENTLY IF EXISTS "by_name";\nCREATE INDEX CONCURRENTLY "by_name" ON "shop"("name");'
    const folder = withAnother('by_name', sql)
    const client = new pg.Client({ connectionString: database })
    await client.connect()
    // As somebody left it who was ended while he built it.
    await client.query('CREATE INDEX "by_name" ON "shop"("name")')
    await client.query(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'by_name'::regclass`)
    await Promise.all([applyMigrations(database, folder), applyMigrations(database, folder), applyMigrations(database, folder)])
    const { rows } = await client.query(`SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'by_name'::regclass`)
    expect(rows).toEqual([{ valid: true }])
    await client.end()
  })

  test('one that cannot have its table lets others have it meanwhile, and comes again', async () => {
    const database = await aDatabase()
    const folder = withAnother('another_column', 'ALTER TABLE "shop" ADD COLUMN "another" TEXT;')
    const [reader, watch] = [new pg.Client({ connectionString: database }), new pg.Client({ connectionString: database })]
    await Promise.all([reader.connect(), watch.connect()])
    await reader.query('BEGIN; SELECT FROM shop;')
    const migrated = applyMigrations(database, folder)
    const waits = async () =>
      (await watch.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).rowCount === 1
    await eventually('it waits for the table', waits)
    await eventually('it has given up for now', async () => !(await waits()))
    await reader.query('COMMIT')
    await migrated
    expect((await watch.query('SELECT another FROM shop')).rows).toEqual([])
    await Promise.all([reader.end(), watch.end()])
  })

  test('one that was changed after the fact is refused', async () => {
    const folder = copyOfPrisma('changed-after')
    const [first] = readMigrations(join(folder, 'migrations'))
    writeFileSync(join(folder, 'migrations', first?.name ?? '', 'migration.sql'), 'select 1;')
    await expect(applyMigrations(url, join(folder, 'migrations'))).rejects.toThrow('was changed after this database had applied it')
  })
})
