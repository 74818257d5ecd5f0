import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { freePort } from '../../prisma/free-port.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { startApp, type AppProcesses } from '../running/app-processes.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitPublished, awaitSync } from '../running/await-setup.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { openWithAll, publishInApp, putInApp } from '../running/merchant.ts'
import { ownPostgres, type OwnPostgres } from '../running/own-postgres.ts'
import { expectCatalogHeld, expectOrdersHeld } from '../running/what-is-held.ts'
import { aRule } from '../a/rule.ts'
import { atEnd } from '../setup/at-end.ts'
import type { Simulator } from '../simulator/simulator.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'

const world = aWorld({ products: [1, 2].map((id) => aProduct({ id, stock: 1_000 })) })
const DOMAIN = world.facts.domain
const logs = resolve('.data/test-logs/bad-machine')

let postgres: OwnPostgres
let database: pg.Pool
let simulator: Simulator
let shop: ShopState
let app: AppProcesses

beforeAll(async () => {
  mkdirSync(logs, { recursive: true })
  postgres = await ownPostgres('bad-machine')
  database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  database.on('error', () => {})
  const [shopPort, appPort] = [await freePort(), await freePort()]
  simulator = await startLocalShops({ port: shopPort, appUrl: `http://localhost:${appPort}`, worlds: [world] })
  shop = simulator.shops.get(DOMAIN)!
  app = await startApp({ databaseUrl: postgres.url, appPort, shopPort, logs })
  atEnd(async () => {
    await app.stop()
    await simulator.stop()
    await database.end()
  })
  await openWithAll(simulator, app.url, DOMAIN)
  await awaitSync(database, DOMAIN, () => {})
  await putInApp(simulator, app.url, DOMAIN, '/rules/rule', aRule())
  await publishInApp(simulator, app.url, DOMAIN)
  await awaitPublished(database, DOMAIN, 1)
})

const order = () => shop.placeOrder({ customerId: null, lines: [{ variantId: 11, quantity: 1, properties: {} }], attributes: {} })
const begun = (log: string, words: string) => readFileSync(join(logs, log), 'utf8').split(words).length - 1
const rowsOf = async (sql: string) => (await database.query<Record<string, unknown>>(sql)).rows

/** What a shopper gets from the shop's own address. */
async function askShop(): Promise<string> {
  const answer = await fetch(`${simulator.storefrontUrl(DOMAIN)}/apps/tandem/offers?product=1`)
  return `${answer.status} ${await answer.text()}`
}

async function expectAllHeld(): Promise<void> {
  await awaitQuiet(simulator, database)
  await expectOrdersHeld(database, shop)
  await expectCatalogHeld(database, shop)
  expect(simulator.webhooks.deliveries.filter(({ status }) => status !== 200)).toEqual([])
  expect(await rowsOf('SELECT topic, event_id FROM delivery GROUP BY 1, 2 HAVING count(*) > 1')).toEqual([])
  expect(await rowsOf('SELECT topic, tries, failure FROM delivery WHERE applied_at IS NULL OR tries > 0')).toEqual([])
}

/**
 * Fails as PostgreSQL does on a full disk, with SQLSTATE 53100. A disk of its own to fill up would need the rights to mount
 * one; what the app sees of a full one is this error, whoever runs the test.
 */
async function fillDiskUnder(table: string): Promise<() => Promise<unknown>> {
  await database.query(
    `CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`,
  )
  await database.query(`CREATE TRIGGER full_disk BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION full_disk()`)
  return () => database.query(`DROP TRIGGER full_disk ON "${table}"`)
}

it('loses nothing that was acknowledged while PostgreSQL is restarted under load, and serves shoppers throughout', async () => {
  while (!(await askShop()).includes('"product":2')) await wait(50)
  const answers = new Set<string>()
  let going = true
  const shopping = (async () => {
    while (going) answers.add(await askShop())
  })()
  const selling = (async () => {
    while (going) {
      order()
      await wait(25)
    }
  })()
  for (let times = 0; times < 2; times += 1) {
    await wait(500)
    await postgres.stop()
    await wait(1_000)
    await postgres.start()
  }
  await wait(500)
  going = false
  await Promise.all([shopping, selling])
  expect([...answers]).toEqual([expect.stringMatching(/^200 .*"product":2/)])
  await expectAllHeld()
  expect([...simulator.webhooks.deliveries].some(({ attempts }) => attempts > 1)).toBe(true)
  expect([begun('server.log', 'The web process listens'), begun('worker.log', 'The worker waits for jobs')]).toEqual([1, 1])
})

it('waits for a PostgreSQL that is away when it starts', async () => {
  const waited = begun('worker.log', 'The queue cannot be opened yet')
  await postgres.stop()
  await app.replace('worker')
  await app.replace('web')
  while (begun('worker.log', 'The queue cannot be opened yet') === waited) await wait(50)
  await postgres.start()
  order()
  await expectAllHeld()
})

it('acknowledges nothing that a full disk does not take, and takes it once when it comes again', async () => {
  const emptyDisk = await fillDiskUnder('delivery')
  const { id } = order()
  const about = () => simulator.webhooks.deliveries.filter(({ topic, body }) => topic === 'orders/create' && body.includes(`Order/${id}"`))
  await expect.poll(() => about().filter(({ attempts }) => attempts > 1)).toMatchObject([{ status: 500 }])
  expect(await rowsOf(`SELECT FROM delivery WHERE kept->'order'->>'id' = '${id}'`)).toEqual([])
  await emptyDisk()
  await expectAllHeld()
  expect(await rowsOf(`SELECT topic FROM delivery WHERE kept->'order'->>'id' = '${id}'`)).toEqual([{ topic: 'orders/create' }])
})

it('applies later what a full disk did not let it apply, and gives up on nothing', async () => {
  const emptyDisk = await fillDiskUnder('order')
  const failed = begun('worker.log', 'Job failed')
  order()
  while (begun('worker.log', 'Job failed') === failed) await wait(50)
  await emptyDisk()
  await expectAllHeld()
})
