import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { applyMigrations, readMigrations } from '../../prisma/migrate.ts'
import { schemaDifference, writeMigration } from '../../prisma/write-migration.ts'
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

  test('one that was changed after the fact is refused', async () => {
    const folder = copyOfPrisma('changed-after')
    const [first] = readMigrations(join(folder, 'migrations'))
    writeFileSync(join(folder, 'migrations', first?.name ?? '', 'migration.sql'), 'select 1;')
    await expect(applyMigrations(url, join(folder, 'migrations'))).rejects.toThrow('was changed after this database had applied it')
  })
})
