import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { askApp, openApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { expectCatalogHeld, expectOrdersHeld } from '../running/what-is-held.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'
import type { Weather } from '../simulator/weather/weather.ts'

const HOUR = 60 * 60 * 1000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()
const products = Array.from({ length: 60 }, (_, at) => aProduct({ id: at + 1, stock: 1_000 }))
const world = aWorld({
  products,
  collections: [
    aCollection({ id: 1, of: products.slice(0, 20) }),
    aCollection({ id: 2, of: products.slice(10, 30) }),
    aCollection({ id: 3 }),
  ],
  customers: [aCustomer({ id: 7 })],
  orders: Array.from({ length: 80 }, (_, at) =>
    anOrder({ id: at + 1, of: products.slice(at % 40, (at % 40) + 3), createdAt: ago(200 - at) }),
  ),
})
const DOMAIN = world.facts.domain

let running: RunningShop
let shop: ShopState
let weather: Weather

beforeAll(async () => {
  running = await aRunningShop('sync', world)
  shop = running.simulator.shops.get(DOMAIN)!
  weather = running.simulator.weather(DOMAIN)
  await openApp(running.simulator, running.app.url, DOMAIN)
  await awaitSync(running.database, DOMAIN, () => {})
  await quiet()
})
afterEach(() => weather.clear())

const quiet = () => awaitQuiet(running.simulator, running.database)
const rowsOf = async (sql: string) => (await running.database.query<Record<string, unknown>>(sql)).rows
const one = async (sql: string) => Object.values((await rowsOf(sql))[0]!)[0]
const until = async (sql: string) => {
  while ((await one(sql)) !== true) await wait(50)
}
async function expectHeld() {
  await expectOrdersHeld(running.database, shop)
  await expectCatalogHeld(running.database, shop)
}
/** What the night does, at once. */
const begin = () =>
  running.database.query(`INSERT INTO jobs.job (name, data, singleton_key, policy) VALUES ('sync', $1, $2, 'stately')`, [
    { shop: DOMAIN },
    DOMAIN,
  ])
/** Everything read from the beginning, as if for the first time. */
async function readAnew() {
  for (const table of ['sync', 'product', 'collection', 'collection_member', '"order"', 'order_line', 'quarantined_line'])
    await running.database.query(`DELETE FROM ${table} WHERE shop_id = $1`, [DOMAIN])
  await begin()
}
const exportsBegun = () => running.simulator.installations.get(DOMAIN)!.bulk.all().length
/** Makes the next file keep its reader waiting, lets the work begin and resolves once it waits. */
async function keepWaiting(milliseconds: number, work: () => Promise<unknown>) {
  const before = weather.files.met.length
  weather.files.next(1, { kind: 'hang', milliseconds })
  await work()
  while (weather.files.met.length === before) await wait(20)
}

describe('an export', () => {
  it('is read to its end although the line breaks again and again', async () => {
    weather.files.next(2, { kind: 'cut', after: 5_000 })
    weather.files.next(1, { kind: 'status', status: 503 })
    weather.files.next(1, { kind: 'reset' })
    weather.files.next(2, { kind: 'cut', after: 9_000 })
    const before = exportsBegun()
    await readAnew()
    await quiet()
    await expectHeld()
    expect(weather.files.met.length).toBeGreaterThanOrEqual(6)
    expect(exportsBegun()).toBe(before + 2)
  })

  it('is begun anew where its file is gone, or where it ends without one', async () => {
    weather.files.next(1, { kind: 'status', status: 404 })
    weather.exports.next(1, { kind: 'expires' }, 'orders')
    weather.exports.next(1, { kind: 'fails', after: 10 }, 'orders')
    await readAnew()
    await quiet()
    await expectHeld()
    expect(await rowsOf('SELECT kind, phase, failure FROM sync ORDER BY kind')).toEqual([
      { kind: 'catalog', phase: 'done', failure: null },
      { kind: 'orders', phase: 'done', failure: null },
    ])
  })

  it('is gone on with after its worker was killed, and taken over once', async () => {
    await keepWaiting(60_000, readAnew)
    const before = exportsBegun()
    const operation = await one(`SELECT bulk_operation_id FROM sync WHERE kind = 'catalog'`)
    await running.app.replace('worker')
    expect(await one('SELECT count(*) FROM product')).toBe('0')
    // The queue misses the dead worker after a while; nobody waits for that here.
    await running.database.query(`UPDATE jobs.job SET state = 'retry', start_after = now() WHERE name = 'sync' AND state = 'active'`)
    await quiet()
    await expectHeld()
    expect(operation).toMatch(/^gid:/)
    expect(exportsBegun()).toBe(before + 1)
  })
})

describe('a damaged export', () => {
  it('loses nothing: what cannot be read is counted, told and asked for by itself', async () => {
    weather.exports.next(1, { kind: 'spoilt', broken: 4, orphaned: 2, truncated: true }, 'products')
    weather.exports.next(1, { kind: 'spoilt', broken: 3, orphaned: 2 }, 'orders')
    await readAnew()
    await quiet()
    await expectHeld()
    const damages = weather.exports.damages.slice(-2)
    const sync = await rowsOf('SELECT kind, broken, orphans FROM sync ORDER BY kind')
    expect(sync.map(({ broken }) => broken)).toEqual(damages.map((damage) => damage.broken.length + (damage.truncated ? 1 : 0)))
    expect(sync.every(({ orphans }) => Number(orphans) >= 2)).toBe(true)
    const lines = await rowsOf('SELECT kind, gid, why FROM quarantined_line')
    for (const { id } of damages.flatMap(({ leftOut }) => leftOut)) expect(lines.map(({ gid }) => gid)).toContain(id)
    expect(new Set(lines.map(({ why }) => why))).toEqual(
      new Set(['is no JSON', 'its children came without it', 'its lines came without it']),
    )
    expect((await askApp(running.simulator, running.app.url, DOMAIN, '/app.data')).text).toContain('"broken",5')
  })

  it('of a catalogue that stands already takes no product away and tears none apart', async () => {
    await running.database.query(`UPDATE sync SET broken = 0, orphans = 0`)
    weather.exports.next(1, { kind: 'spoilt', broken: 5, orphaned: 3 }, 'products')
    // Nobody answers when they are asked for, so that only the export speaks.
    weather.graphql.often(1, { kind: 'hang', milliseconds: 300 }, 'ProductNow')
    await begin()
    await until(`SELECT broken > 0 FROM sync WHERE kind = 'catalog'`)
    await expectCatalogHeld(running.database, shop)
    await quiet()
    await expectCatalogHeld(running.database, shop)
  })
})

describe('what changes while an export is read', () => {
  it('is not undone by it, and what was deleted does not come back', async () => {
    await keepWaiting(2_500, begin)
    shop.changeProduct(1, (product) => void (product.title = 'Changed meanwhile'))
    shop.changeCollection(2, (collection) => void (collection.productIds = [1, 2]))
    shop.deleteProduct(60)
    shop.deleteCollection(3)
    shop.addProduct(aProduct({ id: 61 }))
    await until(`SELECT NOT EXISTS (SELECT FROM delivery WHERE applied_at IS NULL) AND EXISTS (SELECT FROM product WHERE id = 61)`)
    expect(await one(`SELECT phase FROM sync WHERE kind = 'catalog'`)).not.toBe('done')
    await until(`SELECT phase = 'done' FROM sync WHERE kind = 'catalog'`)
    await expectCatalogHeld(running.database, shop)
    await quiet()
    await expectHeld()
  })

  it('holds for orders as well', async () => {
    const order = shop.placeOrder({ customerId: null, lines: [{ variantId: 11, quantity: 5, properties: {} }], attributes: {} })
    await quiet()
    await running.database.query('DELETE FROM sync')
    await keepWaiting(100, begin)
    await keepWaiting(2_000, () => Promise.resolve())
    shop.changeOrder(order.id, { quantities: { [order.lines[0]!.id]: 2 } })
    shop.deleteOrder(1)
    await quiet()
    await expectHeld()
  })
})

describe('the nightly look', () => {
  it('mends what no webhook told, and reads of the orders only what changed', async () => {
    weather.webhooks.often(1, { kind: 'lost' })
    shop.changeProduct(2, (product) => void (product.title = 'Nobody heard'))
    shop.changeProduct(3, (product) => void (product.variants[0]!.stock = 0))
    shop.deleteProduct(4)
    shop.addProduct(aProduct({ id: 62 }))
    shop.changeCollection(1, (collection) => void (collection.productIds = [2, 3, 62]))
    shop.addCollection(aCollection({ id: 4 }))
    shop.cancelOrder(10)
    shop.placeOrder({ customerId: null, lines: [{ variantId: 21, quantity: 1, properties: {} }], attributes: {} })
    await begin()
    await quiet()
    await expectHeld()
    const all = [...shop.orders.values()].reduce((sum, { lines }) => sum + 1 + lines.length, 0)
    expect(Number(await one(`SELECT progress FROM sync WHERE kind = 'orders'`))).toBeLessThan(all / 2)
  })
})

describe('work of an installation that is over', () => {
  it('writes nothing into the next one', async () => {
    await keepWaiting(4_000, begin)
    running.simulator.uninstall(DOMAIN)
    await until(`SELECT uninstalled_at IS NOT NULL FROM shop WHERE id = '${DOMAIN}'`)
    await running.database.query('DELETE FROM product')
    await openApp(running.simulator, running.app.url, DOMAIN)
    await awaitSync(running.database, DOMAIN, () => {})
    await quiet()
    await until(`SELECT count(*) = 0 FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()`)
    await expectHeld()
    expect(await rowsOf('SELECT generation FROM shop')).toEqual([{ generation: 2 }])
    expect(await rowsOf('SELECT DISTINCT generation, phase FROM sync')).toEqual([{ generation: 2, phase: 'done' }])
    expect(readFileSync('.data/test-logs/sync/worker.log', 'utf8')).toContain('"generation":1,"msg":"The installation ended')
  })
})
