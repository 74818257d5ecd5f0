import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, expect, it, vi } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import type { JobKind } from '#app/queue/queue.server.ts'
import type { DoJob } from '#app/queue/work.server.ts'
import { freePort } from '../../prisma/free-port.ts'
import { localEnvironment } from '../running/app-processes.ts'
import { atEnd } from '../setup/at-end.ts'
import { aDatabase } from '../setup/database.ts'

/** A worker in this process, whose jobs do nothing but wait until the test lets them end. */
const databaseUrl = await aDatabase()
Object.assign(process.env, localEnvironment({ databaseUrl, appPort: await freePort(), shopPort: await freePort() }), {
  LOG_LEVEL: 'silent',
})
const { closeQueue, enqueue, JOBS } = await import('#app/queue/queue.server.ts')
const { work } = await import('#app/queue/work.server.ts')
const { closeDatabase } = await import('#app/platform/db.server.ts')
const database = new pg.Pool({ connectionString: databaseUrl, max: 1 })

const begun: string[] = []
const underWay = new Map<string, () => void>()
const doJob: DoJob = async (shop) => {
  if (underWay.has(shop)) throw new Error(`Two jobs of ${shop} at a time`)
  begun.push(shop)
  await new Promise<void>((end) => underWay.set(shop, end))
}
const ends = (shop: string) => {
  const end = underWay.get(shop)!
  underWay.delete(shop)
  end()
}
const ask = (shop: string) => enqueue('check', shop as ShopId)
const hasBegun = (shop: string, times: number) =>
  vi.waitFor(() => expect(begun.filter((one) => one === shop)).toHaveLength(times), { timeout: 4_000, interval: 20 })
const waitingJobs = async () => (await database.query(`SELECT FROM jobs.job WHERE name = 'check' AND state = 'created'`)).rowCount
const looked = async () =>
  (await database.query(`SELECT monitor_on::text FROM jobs.queue WHERE name = 'check'`)).rows[0].monitor_on as string

beforeAll(async () => {
  const ending = new AbortController()
  const working = work(Object.fromEntries(JOBS.map((kind) => [kind, doJob])) as Record<JobKind, DoJob>, ending.signal)
  atEnd(async () => {
    ending.abort()
    await working
    await closeQueue()
    await closeDatabase()
    await database.end()
  })
})

it('a shop that is busy, and for which more waits, holds up no other', async () => {
  await ask('busy')
  await hasBegun('busy', 1)
  await ask('busy')
  for (const shop of ['a', 'b', 'c']) {
    await ask(shop)
    await hasBegun(shop, 1)
    ends(shop)
  }
  expect(await waitingJobs()).toBe(1)
})

it('its next job begins once the last has ended, and not before', async () => {
  const before = await looked()
  while ((await looked()) === before) await wait(100)
  // The queue has just noted which shops have a job under way; it would go by its notes for long.
  expect((await database.query(`SELECT singletons_active FROM jobs.queue WHERE name = 'check'`)).rows).toEqual([
    { singletons_active: null },
  ])
  expect(begun.filter((shop) => shop === 'busy')).toHaveLength(1)
  ends('busy')
  await hasBegun('busy', 2)
  ends('busy')
  await vi.waitFor(async () => expect(await waitingJobs()).toBe(0))
})

it('serves several shops at a time, and each in the end', async () => {
  const shops = Array.from({ length: 9 }, (_, at) => `shop ${at}`)
  for (const shop of shops) await ask(shop)
  await vi.waitFor(() => expect(underWay.size).toBe(4), { timeout: 4_000 })
  while (begun.filter((shop) => shop.startsWith('shop ')).length < shops.length) {
    expect(underWay.size).toBeLessThanOrEqual(4)
    ;[...underWay.keys()].forEach(ends)
    await wait(20)
  }
  ;[...underWay.keys()].forEach(ends)
  expect(begun.filter((shop) => shop.startsWith('shop ')).toSorted()).toEqual(shops)
})
