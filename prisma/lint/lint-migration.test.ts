import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMigrations } from '../migrate.ts'
import { lintMigration, PROMISED_FROM } from './lint-migration.ts'
import { SMALL } from './small-tables.ts'
import { partsOf, statementsOf } from './split-sql.ts'

it.each(readMigrations().filter(({ name }) => name >= PROMISED_FROM))(
  '$name locks nothing for long, and lets the release before run on',
  ({ sql }) => {
    expect(lintMigration(sql)).toEqual([])
  },
)

describe('refuses', () => {
  it.each([
    ['CREATE INDEX "x" ON "order"("visit");', /index on “order”/],
    ['CREATE UNIQUE INDEX x ON order_line (id);', /index on “order_line”/],
    ['ALTER TABLE "order" ADD COLUMN "a" TEXT NOT NULL;', /does not fill the new column/],
    ['ALTER TABLE "shop" ADD COLUMN "a" TEXT NOT NULL;', /does not fill the new column/],
    ['ALTER TABLE "order" ADD COLUMN "a" UUID DEFAULT gen_random_uuid();', /written anew/],
    ['ALTER TABLE "order" ADD COLUMN "a" TIMESTAMPTZ DEFAULT clock_timestamp();', /written anew/],
    ['ALTER TABLE "order" ADD COLUMN "a" BIGSERIAL;', /written anew/],
    ['ALTER TABLE "order" ADD COLUMN "a" INT GENERATED ALWAYS AS (1) STORED;', /written anew/],
    ['ALTER TABLE "order" ADD COLUMN "ok" TEXT, ADD COLUMN "a" INT UNIQUE;', /looked through/],
    ['ALTER TABLE "order" ALTER COLUMN "id" TYPE TEXT;', /as a whole, locked/],
    ['ALTER TABLE "order" ALTER COLUMN "id" SET DATA TYPE TEXT USING (id::text);', /as a whole, locked/],
    ['ALTER TABLE "delivery" ALTER COLUMN "doubt" SET NOT NULL;', /as a whole, locked/],
    ['ALTER TABLE "order" ADD CONSTRAINT "c" CHECK (id > 0);', /as a whole, locked/],
    ['ALTER TABLE "offered" ADD CONSTRAINT "f" FOREIGN KEY ("shop_id") REFERENCES "shop"("id");', /as a whole, locked/],
    ['ALTER TABLE "offered" SET LOGGED;', /as a whole, locked/],
    ['ALTER TABLE "rule" RENAME COLUMN "a" TO "b";', /by the old name/],
    ['ALTER TABLE "rule" DROP COLUMN "a";', /still reads it/],
    ['DROP TABLE "rule";', /still reads it/],
    ['UPDATE "order" SET visit = NULL;', /part by part/],
    ['DELETE FROM delivery;', /part by part/],
    ['TRUNCATE "delivery";', /part by part/],
    ['INSERT INTO "order" SELECT * FROM elsewhere;', /part by part/],
    ['DO $$ BEGIN UPDATE "rule" SET id = id; END $$;', /nobody knows/],
    ['LOCK TABLE "order";', /nobody knows/],
    ['REINDEX TABLE "order";', /nobody knows/],
    ['CLUSTER "order";', /nobody knows/],
    ['VACUUM FULL "order";', /nobody knows/],
    ['CREATE INDEX CONCURRENTLY x ON "order" (visit); ALTER TABLE "rule" ADD COLUMN "a" TEXT;', /a migration of its own/],
  ])('%s', (sql, why) => {
    expect(lintMigration(sql)).toEqual([expect.stringMatching(why)])
  })
})

describe('lets pass', () => {
  it.each([
    'CREATE TABLE "new" ("a" TEXT NOT NULL); CREATE INDEX "x" ON "new"("a"); INSERT INTO "new" VALUES (\'a;b\');',
    'CREATE TABLE "new" ("a" TEXT); ALTER TABLE "new" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "shop"("id") ON DELETE CASCADE;',
    'ALTER TABLE "order" ADD COLUMN     "adjustment" BIGINT NOT NULL DEFAULT 0,\nADD COLUMN "visit" TEXT;',
    'ALTER TABLE "order" ADD COLUMN "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, ADD COLUMN tags TEXT[] NOT NULL DEFAULT \'{}\';',
    'ALTER TABLE "order" ADD CONSTRAINT "c" CHECK (id > 0) NOT VALID; ALTER TABLE "order" VALIDATE CONSTRAINT "c";',
    'ALTER TABLE "order" ALTER COLUMN "visit" SET DEFAULT \'\', ALTER COLUMN "channel" DROP NOT NULL;',
    'DROP INDEX CONCURRENTLY IF EXISTS "x"; CREATE INDEX CONCURRENTLY "x" ON "order"("visit");',
    'UPDATE "placement_setting" SET mix = \'{}\';',
    'ALTER TABLE "rule" ALTER COLUMN "id" TYPE VARCHAR(99);',
    '-- Contracts: since 0.3 nothing reads it.\nALTER TABLE "rule" DROP COLUMN "a"; DROP TABLE "old";',
  ])('%s', (sql) => {
    expect(lintMigration(sql)).toEqual([])
  })
})

it('knows of no small table that there is none of', () => {
  const tables = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/@@map\("(\w+)"\)/g)].map(([, table]) => table)
  expect([...SMALL].filter((table) => !tables.includes(table))).toEqual([])
})

it('would have refused what older migrations did to tables that are large by now', () => {
  const refused = readMigrations().filter(({ name, sql }) => name < PROMISED_FROM && lintMigration(sql).length > 0)
  expect(refused.length).toBeGreaterThan(5)
})

it('takes statements and lists apart where they end, and nowhere else', () => {
  expect(statementsOf(`SELECT ';' -- not; here\n; DO $x$ a; b $x$; /* ; */ SELECT "a;b"`)).toEqual([
    `SELECT ';'`,
    'DO $x$ a; b $x$',
    'SELECT "a;b"',
  ])
  expect(partsOf(`ADD a NUMERIC(3, 2), ADD b TEXT DEFAULT ','`)).toEqual(['ADD a NUMERIC(3, 2)', `ADD b TEXT DEFAULT ','`])
})
