import { pageMix } from '../a/rule-set.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { askFor } from '../running/ask-for.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'

const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString()
const products = Array.from({ length: 60 }, (_, at) => aProduct({ id: at + 1 }))
const of = (...ids: number[]) => ids.map((id) => products[id - 1]!)
let next = 0
const bought = (count: number, make: (nth: number) => Partial<Parameters<typeof anOrder>[0]>) =>
  Array.from({ length: count }, (_, nth) => anOrder({ id: (next += 1), createdAt: daysAgo(1 + (nth % 50)), ...make(nth) }))
const refunded = (order: ReturnType<typeof anOrder>) => ({ ...order, lines: order.lines.map((line) => ({ ...line, currentQuantity: 0 })) })
const large = anOrder({ id: 9_000, of: of(...Array.from({ length: 10_000 }, (_, at) => 1 + (at % 60))), createdAt: daysAgo(1) })
const world = aWorld({
  products,
  customers: [aCustomer({ id: 7 })],
  orders: [
    // What shoppers do, now and then: one and two together, or one thing alone.
    ...bought(60, () => ({ of: of(1, 2) })),
    ...bought(240, (nth) => ({ of: of(3 + (nth % 18)) })),
    // What one customer does, as often as all others together; what comes back; and what has not happened yet.
    ...bought(300, () => ({ of: of(3, 4), customerId: 7 })),
    ...bought(40, () => ({ of: of(5, 6) })).map(refunded),
    ...bought(40, () => ({ of: of(7, 8), createdAt: daysAgo(-400) })),
    // What a trader takes: everything, and once ten thousand lines of it.
    ...bought(30, () => ({ of: products })),
    large,
  ],
})
const DOMAIN = world.facts.domain
const { simulator, app, database, shop, quiet, one } = await aSyncedShop('models-served', world)
await putInApp(simulator, app.url, DOMAIN, '/placements', pageMix('open'))
await publishInApp(simulator, app.url, DOMAIN)
await quiet()

const offersOf = (id: number) => shop.metafields.of(`gid://shopify/Product/${id}`).find(({ key }) => key === 'offers')?.value ?? '[]'
const gid = (id: number) => `gid://shopify/Product/${id}`

it('shows what shoppers do, and not what one of them does, what came back, what is to come, or what a trader takes', async () => {
  expect(JSON.parse(offersOf(1))[0]).toBe(gid(2))
  expect(JSON.parse(offersOf(2))[0]).toBe(gid(1))
  expect(offersOf(3)).not.toContain(`${gid(4)}"`)
  expect(offersOf(5)).not.toContain(`${gid(6)}"`)
  expect(offersOf(7)).not.toContain(`${gid(8)}"`)
  // The guests', and twelve of the customer's.
  expect(await one('SELECT orders FROM model_snapshot ORDER BY trained_at DESC LIMIT 1')).toBe(60 + 240 + 12)
  expect(await one('SELECT step FROM training')).toBe('listing')
})

it('goes on with the last good model where the newest is spoilt, and with none once all is', async () => {
  const spoilt = `INSERT INTO model_snapshot (shop_id, version, orders, products, bytes, report, trained_at)
    SELECT shop_id, 'abcdef012345', orders, products, $1, report, now() + interval '1 minute' FROM model_snapshot ORDER BY trained_at LIMIT 1
    ON CONFLICT (shop_id, version) DO UPDATE SET bytes = excluded.bytes`
  const { rows } = await database.query<{ bytes: Buffer; version: string }>('SELECT bytes, version FROM model_snapshot')
  const before = offersOf(1)
  const publish = async () => {
    // Whoever filled the slots last has the model in memory: a change that may concern any product has all read anew.
    await database.query('INSERT INTO catalog_change (shop_id) VALUES ($1)', [DOMAIN])
    await askFor(database, 'publish', DOMAIN)
    await quiet()
  }
  const [good] = rows
  const flipped = Buffer.from(good!.bytes)
  flipped[flipped.length >> 1]! ^= 1
  for (const bytes of [flipped, good!.bytes.subarray(0, -8), Buffer.alloc(0)]) {
    await database.query(spoilt, [bytes])
    await publish()
    expect(offersOf(1)).toBe(before)
  }
  // What the database holds is spoilt: the file serves. Then the file is, too.
  await database.query('UPDATE model_snapshot SET bytes = $1', [flipped])
  await publish()
  expect(offersOf(1)).toBe(before)
  const file = join('.data/test-logs/models-served', 'published/models', `${DOMAIN}.${good!.version}.model`)
  expect(readFileSync(file)).toEqual(good!.bytes)
  writeFileSync(file, flipped)
  await publish()
  expect(offersOf(1)).toBe('[]')
  // A good one in the database takes the spoilt file's place.
  await database.query('UPDATE model_snapshot SET bytes = $1 WHERE version = $2', [good!.bytes, good!.version])
  await publish()
  expect(offersOf(1)).toBe(before)
  expect(readFileSync(file)).toEqual(good!.bytes)
})
