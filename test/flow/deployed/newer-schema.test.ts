import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { lintMigration } from '../../../prisma/lint/lint-migration.ts'
import { applyMigrations } from '../../../prisma/migrate.ts'
import { aRule } from '../../a/rule.ts'
import { anOrder, aProduct, aWorld } from '../../a/world.ts'
import { awaitPublished } from '../../running/await-setup.ts'
import { eventually } from '../../running/eventually.ts'
import { publishInApp, putInApp } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { atEnd } from '../../setup/at-end.ts'

const products = [1, 2].map((id) => aProduct({ id, stock: null }))
const world = aWorld({ products, orders: [anOrder({ id: 1, of: products })] })
const DOMAIN = world.facts.domain
const RULE = aRule({ id: 'r', when: { kind: 'product', ids: [1 as ProductId] }, where: { kind: 'product', ids: [2 as ProductId] } })
const CARDS = '{"v":1,"cards":[{"product":2,"by":"rule","ref":"r"}]}'

/** What a later release may do to a database, one of each kind that the lint lets pass. */
const LATER = {
  expand: `CREATE TABLE "later" ("a" TEXT NOT NULL PRIMARY KEY, "shop_id" TEXT NOT NULL);
    ALTER TABLE "later" ADD CONSTRAINT "later_of" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE;
    ALTER TABLE "order" ADD COLUMN "later" BIGINT NOT NULL DEFAULT 0, ADD COLUMN "much_later" TEXT;
    ALTER TABLE "rule" ADD COLUMN "later" JSONB NOT NULL DEFAULT '[]';
    ALTER TABLE "delivery" ADD CONSTRAINT "tried" CHECK (tries >= 0) NOT VALID;`,
  index: 'DROP INDEX CONCURRENTLY IF EXISTS "later_orders";\nCREATE INDEX CONCURRENTLY "later_orders" ON "order"("shop_id", "later");',
  check: 'ALTER TABLE "delivery" VALIDATE CONSTRAINT "tried";',
}

const { simulator, app, database, databaseUrl, shop, quiet, one } = await aSyncedShop('newer-schema', world)
const ask = () =>
  fetch(`${simulator.storefrontUrl(DOMAIN)}/apps/tandem/offers?product=1`).then(async (answer) => `${answer.status} ${await answer.text()}`)
const order = () =>
  shop.placeOrder({ customerId: null, lines: [{ variantId: products[0]!.variants[0]!.id, quantity: 1, properties: {} }], attributes: {} })

function migrationsOfLater(): string {
  const folder = mkdtempSync(join(tmpdir(), 'later-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  cpSync('prisma/migrations', folder, { recursive: true })
  for (const [at, [name, sql]] of Object.entries(LATER).entries()) {
    mkdirSync(join(folder, `2027010100000${at}_${name}`))
    writeFileSync(join(folder, `2027010100000${at}_${name}`, 'migration.sql'), sql)
  }
  return folder
}

it('what the lint lets pass is done to a database while this release serves and works, and this release starts on it anew', async () => {
  for (const sql of Object.values(LATER)) expect(lintMigration(sql)).toEqual([])
  await putInApp(simulator, app.url, DOMAIN, '/rules/r', RULE)
  await publishInApp(simulator, app.url, DOMAIN)
  await awaitPublished(database, DOMAIN, 1)
  await eventually('the rule is served', async () => (await ask()) === `200 ${CARDS}`)

  let isMigrated = false
  const migrated = applyMigrations(databaseUrl, migrationsOfLater()).then(() => (isMigrated = true))
  const answers = new Set<string>()
  let placed = 0
  while (!isMigrated || placed < 20) {
    order()
    placed += 1
    answers.add(await ask())
  }
  await migrated
  await quiet()
  expect([...answers]).toEqual([`200 ${CARDS}`])
  expect(Number(await one('SELECT count(*) FROM "order"'))).toBe(1 + placed)

  // One step back: as if the later release had run, and this one took its place.
  for (const which of ['web', 'worker'] as const) await app.replace(which)
  const ready = () => fetch(`${app.url}/readyz`).then((answer) => answer.text())
  await eventually('it is ready on the newer schema', async () => (await ready()) === 'ready')
  order()
  await quiet()
  expect(Number(await one('SELECT count(*) FROM "order"'))).toBe(2 + placed)
  await eventually('rules are served as before', async () => (await ask()) === `200 ${CARDS}`)
  expect(await one('SELECT count(*)::int FROM rule_version')).toBe(1)
})
