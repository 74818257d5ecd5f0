import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { freePort } from '../../prisma/free-port.ts'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { startApp, type AppProcesses } from '../running/app-processes.ts'
import { deliver } from '../running/deliver.ts'
import { openWithAll, publishInApp, putInApp } from '../running/merchant.ts'
import { atEnd } from '../setup/at-end.ts'
import { signedAsk } from '../running/signed-ask.ts'
import { aSyncedShop, type SyncedShop } from '../running/synced-shop.ts'

const products = Array.from({ length: 40 }, (_, at) => aProduct({ id: at + 1, stock: 1_000 }))
const recently = new Date(Date.now() - 86_400_000).toISOString()
const orders = Array.from({ length: 60 }, (_, at) =>
  anOrder({ id: at + 1, of: products.slice(at % 30, (at % 30) + 3), createdAt: recently }),
)
const world = aWorld({ products, orders })
const SHOP = world.facts.domain
const logs = ['many-processes', 'many-processes-2'].map((name) => resolve('.data/test-logs', name)) as [string, string]

/** Milliseconds that a shopper looks at what he is shown. */
const A_LOOK = 20

let synced: SyncedShop
let second: AppProcesses

/** Starts the other web process and the other worker, on the same database. */
async function startSecond(): Promise<void> {
  mkdirSync(logs[1], { recursive: true })
  const { databaseUrl, shopPort, app } = synced
  second = await startApp({ databaseUrl, shopPort, appPort: await freePort(), knownPort: Number(new URL(app.url).port), logs: logs[1] })
  atEnd(() => second.stop())
}

beforeAll(async () => {
  synced = await aSyncedShop('many-processes', world)
})

/** How often each kind of job was done, by what the workers say. */
function done(...folders: string[]): Record<string, number> {
  const lines = folders.flatMap((folder) => readFileSync(join(folder, 'worker.log'), 'utf8').split('\n').filter(Boolean))
  const said = lines.map((line) => JSON.parse(line) as { msg: string; job: string }).filter(({ msg }) => msg === 'Job done')
  return Object.fromEntries(Object.entries(Object.groupBy(said, ({ job }) => job)).map(([job, times]) => [job, times!.length]))
}

async function expectEachDoneOnce(): Promise<void> {
  const jobs = await synced.rowsOf(
    `SELECT name, count(*)::int AS times FROM jobs.job WHERE data->>'shop' = '${SHOP}' AND state = 'completed' GROUP BY name`,
  )
  expect(done(...logs)).toEqual(Object.fromEntries(jobs.map(({ name, times }) => [name, times])))
  expect(await synced.rowsOf(`SELECT name FROM jobs.job WHERE data->>'shop' = '${SHOP}' AND state <> 'completed'`)).toEqual([])
}

it('a sync whose worker is killed midway is taken over by another, once, and its counts are right', async () => {
  const { app, database, simulator, weather, quiet, expectHeld } = synced
  const exports = () => simulator.installations.get(SHOP)!.bulk.all().length
  for (const table of ['sync', 'product', '"order"', 'order_line']) await database.query(`DELETE FROM ${table} WHERE shop_id = $1`, [SHOP])
  const [before, met] = [exports(), weather.files.met.length]
  weather.files.next(1, { kind: 'hang', milliseconds: 600_000 })
  await fetch(`${app.url}/app.data?index`, {
    method: 'POST',
    headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${simulator.sessionToken(SHOP)}` },
  })
  while (weather.files.met.length === met) await new Promise((resolve) => setTimeout(resolve, 20))
  // The first worker has the job; only now is there another.
  await startSecond()
  await app.kill('worker')
  // A dead worker is missed some seconds after it was last heard of; here at the next look.
  await database.query(`UPDATE jobs.job SET heartbeat_on = now() - interval '1 hour' WHERE name = 'sync' AND state = 'active'`)
  await quiet()
  expect(done(logs[1])['sync']).toBe(1)
  expect(await synced.one(`SELECT retry_count FROM jobs.job WHERE name = 'sync' ORDER BY created_on DESC LIMIT 1`)).toBe(1)
  expect(exports()).toBe(before + 2)
  await expectHeld()
  await expectEachDoneOnce()
})

it('two web processes and two workers do everything once', async () => {
  const { app, database, simulator, shop, quiet, expectHeld } = synced
  await app.replace('worker')
  const webs = [app.url, second.url]
  await openWithAll(simulator, second.url, SHOP)
  const stored = Number(await synced.one('SELECT count(*) FROM delivery'))
  // Each of 100 deliveries comes to both web processes at once, under one id.
  const ids = Array.from({ length: 100 }, (_, at) => `twice-${at}`)
  const answers = await Promise.all(
    ids.flatMap((id, at) => webs.map((url) => deliver(url, SHOP, 'products/update', { id: (at % 40) + 1 }, id))),
  )
  expect(new Set(answers)).toEqual(new Set([200]))
  const rule = (most: number) => ({
    id: 'r',
    name: 'Anything',
    state: 'active',
    priority: 1,
    when: { kind: 'all', of: [] },
    offer: { where: { kind: 'product', ids: [1, 2, 3, 4, 5] }, joins: [], except: null, sort: 'lowest-price', most },
  })
  for (const most of [1, 2, 3, 4]) {
    await Promise.all(webs.map((url) => putInApp(simulator, url, SHOP, '/rules/r', rule(most))))
    const published = await Promise.allSettled(webs.map((url) => publishInApp(simulator, url, SHOP)))
    expect(published.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
  shop.changeProduct(9, (product) => (product.title = 'Changed meanwhile'))
  await quiet()
  const told = Number(
    await synced.one(`SELECT count(*) FROM delivery WHERE webhook_id LIKE 'twice-%' AND applied_at IS NOT NULL AND tries = 0`),
  )
  expect(told).toBe(100)
  expect(Number(await synced.one('SELECT count(*) FROM delivery'))).toBeGreaterThanOrEqual(stored + 100)
  expect(await synced.one('SELECT count(*) FROM rule')).toBe('1')
  const field = shop.metafields.of('gid://shopify/Product/20').find(({ key }) => key === 'offers')
  expect(JSON.parse(field!.value)).toHaveLength(4)
  await expectHeld()
  await expectEachDoneOnce()
  expect((await database.query('SELECT FROM published_slot WHERE product_id > 0')).rowCount).toBe(40)
})

it('one after the other, both web processes and both workers are replaced, and no shopper goes without an answer', async () => {
  const { app } = synced
  const webs = [app.url, second.url]
  const answers = { right: 0, wrong: new Set<string>() }
  let isOver = false
  /** Asks one process, and the other where that one does not listen, as what balances between them does. */
  async function shop(at: number): Promise<void> {
    for (; !isOver; at++, await wait(A_LOOK)) {
      const tried: string[] = []
      for (const url of [webs[at % 2]!, webs[(at + 1) % 2]!]) {
        const path = signedAsk(SHOP, { product: String((at % 40) + 1) })
        const said = await fetch(url + path, { headers: { connection: 'close' } }).then(
          async (answer) => ((await answer.text()).includes('"product":') ? 'right' : `${answer.status}`),
          (error: Error) => String(error.cause ?? error),
        )
        tried.push(said)
        if (said === 'right') break
      }
      if (tried.at(-1) === 'right') answers.right += 1
      else answers.wrong.add(tried.join(', '))
    }
  }
  const shoppers = [0, 1, 2, 3].map(shop)
  for (const which of ['web', 'worker'] as const)
    for (const one of [app, second]) {
      await one.stop(which)
      await one.replace(which)
    }
  isOver = true
  await Promise.all(shoppers)
  expect([...answers.wrong]).toEqual([])
  expect(answers.right).toBeGreaterThan(20)
})
