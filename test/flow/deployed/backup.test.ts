import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { applyMigrations } from '../../../prisma/migrate.ts'
import { aRule } from '../../a/rule.ts'
import { anOrder, aProduct, aWorld } from '../../a/world.ts'
import { startApp } from '../../running/app-processes.ts'
import { awaitQuiet } from '../../running/await-quiet.ts'
import { awaitPublished, awaitSync } from '../../running/await-setup.ts'
import { eventually } from '../../running/eventually.ts'
import { installedPostgres, startInstalledPostgres } from '../../running/installed-postgres.ts'
import { startLocalShops } from '../../running/local-shops.ts'
import { openWithAll, publishInApp, putInApp } from '../../running/merchant.ts'
import { atEnd } from '../../setup/at-end.ts'

const products = [1, 2].map((id) => aProduct({ id }))
const world = aWorld({ products, orders: [anOrder({ id: 1, of: products })] })
const DOMAIN = world.facts.domain
const RULE = aRule({ id: 'r', when: { kind: 'product', ids: [1 as ProductId] }, where: { kind: 'product', ids: [2 as ProductId] } })

const CARDS = '{"v":1,"cards":[{"product":2,"by":"rule","ref":"r"}]}'

/** How many rows each table of ours has. */
async function rowsOf(database: pg.Pool): Promise<Readonly<Record<string, number>>> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  )
  const counted: Record<string, number> = {}
  for (const { name } of rows)
    counted[name] = Number((await database.query<{ count: number }>(`SELECT count(*) FROM "${name}"`)).rows[0]!.count)
  return counted
}

function opened(url: string): pg.Pool {
  const database = new pg.Pool({ connectionString: url, max: 2 })
  database.on('error', () => {})
  atEnd(() => database.end())
  return database
}

it.skipIf(installedPostgres === undefined)(
  'what pg_dump saved is all there is: restored into an empty PostgreSQL, storefronts are answered and work goes on',
  async () => {
    const bin = installedPostgres!
    const logs = resolve('.data/test-logs/backup')
    rmSync(logs, { recursive: true, force: true })
    mkdirSync(join(logs, 'restored'), { recursive: true })
    const at = await startInstalledPostgres(bin, 'backup')
    const [before, after] = [at('before'), at('after')]
    const program = (name: string, ...args: string[]) => execFileSync(join(bin, name), args)
    for (const name of ['before', 'after']) program('psql', at('postgres'), '-qc', `CREATE DATABASE ${name}`)
    await applyMigrations(before)

    const [shopPort, appPort] = [await freePort(), await freePort()]
    const appUrl = `http://localhost:${appPort}`
    const simulator = await startLocalShops({ port: shopPort, appUrl, worlds: [world] })
    atEnd(() => simulator.stop())
    const first = await startApp({ databaseUrl: before, appPort, shopPort, logs })
    atEnd(() => first.stop())
    const database = opened(before)
    await openWithAll(simulator, appUrl, DOMAIN)
    await awaitSync(database, DOMAIN, () => {})
    await putInApp(simulator, appUrl, DOMAIN, '/rules/r', RULE)
    await publishInApp(simulator, appUrl, DOMAIN)
    await awaitPublished(database, DOMAIN, 1)
    await awaitQuiet(simulator, database)
    const ask = () => fetch(`${simulator.storefrontUrl(DOMAIN)}/apps/tandem/offers?product=1`).then((answer) => answer.text())
    await eventually('the rule is served', async () => (await ask()) === CARDS)
    const file = join(logs, 'saved.dump')
    program('pg_dump', '--format=custom', `--file=${file}`, before)
    const saved = await rowsOf(database)
    await first.stop()

    program('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${after}`, file)
    const restored = opened(after)
    expect(await rowsOf(restored)).toEqual(saved)
    expect(saved).toMatchObject({ shop: 1, rule: 1, rule_version: 1, order: 1, product: 2 })
    const second = await startApp({ databaseUrl: after, appPort, shopPort, logs: join(logs, 'restored') })
    atEnd(() => second.stop())
    await eventually('the storefront is answered as before', async () => (await ask()) === CARDS)
    // What the shop tells now is applied, with the token that was sealed before.
    const shop = simulator.shops.get(DOMAIN)!
    const variantId = shop.products.get(1)!.variants[0]!.id
    shop.placeOrder({ customerId: null, lines: [{ variantId, quantity: 1, properties: {} }], attributes: {} })
    await awaitQuiet(simulator, restored)
    expect(await rowsOf(restored)).toMatchObject({ order: 2 })
  },
)
