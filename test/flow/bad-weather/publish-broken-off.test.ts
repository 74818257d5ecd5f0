import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, expect, it, vi, type MockInstance } from 'vitest'
import { askApp } from '../../running/merchant.ts'
import type { MetafieldStore } from '../../simulator/state/shop-state.ts'
import { aToyShop, DOMAIN, gid, toys, type ToyShop } from './toy-shop.ts'

const NAME = 'publish-broken-off'
/** Shopify takes twelve slots a call, so sixty toys are five calls, all under way at once. Two of them are answered. */
const DONE = 24

let toyShop: ToyShop
let set: MockInstance<MetafieldStore['set']>

beforeAll(async () => {
  toyShop = await aToyShop(NAME)
})
beforeEach(() => {
  set = vi.spyOn(toyShop.shop.metafields, 'set')
})
afterEach(() => set.mockRestore())

/** The pages whose offers the shop has written down, one for each time. */
const written = () => set.mock.calls.filter(([{ key }]) => key === 'offers').map(([{ ownerId }]) => ownerId)
const everyPage = toys.map(({ id }) => gid(id)).sort()

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await wait(20)
}

/** Publishes something else for every page, and returns once two of the five calls are done and remembered. */
async function publishHalf(): Promise<number> {
  const before = await toyShop.one('SELECT now()::text')
  toyShop.weather.graphql.next(2, { kind: 'hang', milliseconds: 0 }, 'metafieldsSet')
  toyShop.weather.graphql.next(1_000, { kind: 'hang' }, 'metafieldsSet')
  const most = await toyShop.publishAnew()
  await until(
    async () => (await toyShop.one(`SELECT count(*) FROM published_slot WHERE published_at > '${before as string}'`)) === String(DONE),
  )
  expect(written()).toHaveLength(DONE)
  return most
}

/** The queue misses a dead worker after a while; nobody waits for that here. */
async function anotherWorker(): Promise<void> {
  await toyShop.app.replace('worker')
  await toyShop.database.query(`UPDATE jobs.job SET state = 'retry', start_after = now() WHERE state = 'active'`)
}

async function expectEachWrittenOnce(most: number): Promise<void> {
  await toyShop.quiet()
  expect(written().sort()).toEqual(everyPage)
  await toyShop.expectPublished(most)
}

it('what was called off midway is gone on with when it is asked for again: the rest is written, and nothing twice', async () => {
  const most = await publishHalf()
  const id = await toyShop.one(`SELECT id FROM jobs.job WHERE name = 'publish' AND state = 'active'`)
  const wish = (document: unknown) => askApp(toyShop.simulator, toyShop.app.url, DOMAIN, '/app/settings/status.data', document)
  expect((await wish({ kind: 'stop', id })).status).toBe(200)
  await until(() => readFileSync(`.data/test-logs/${NAME}/worker.log`, 'utf8').includes('Job stopped'))
  expect(written()).toHaveLength(DONE)
  toyShop.weather.clear()
  expect((await wish({ kind: 'again', id })).status).toBe(200)
  await expectEachWrittenOnce(most)
})

it('what a dead worker left behind is gone on with by another: the rest is written, and nothing twice', async () => {
  const most = await publishHalf()
  await toyShop.app.kill('worker')
  toyShop.weather.clear()
  await anotherWorker()
  await expectEachWrittenOnce(most)
})

it('what a worker had written, but died before it could remember, is not written again', async () => {
  const held = await toyShop.database.connect()
  let most: number
  try {
    await held.query('BEGIN')
    await held.query('LOCK TABLE published_slot IN EXCLUSIVE MODE')
    most = await toyShop.publishAnew()
    await until(() => written().length === toys.length)
    await toyShop.app.kill('worker')
    // PostgreSQL would do for the dead what they had asked it for.
    await toyShop.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  } finally {
    await held.query('ROLLBACK')
    held.release()
  }
  await anotherWorker()
  await expectEachWrittenOnce(most)
})
