import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { openApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'
import type { Weather } from '../simulator/weather/weather.ts'

const toys = Array.from({ length: 60 }, (_, at) => aProduct({ id: at + 1, productType: 'Toy' }))
const batteries = Array.from({ length: 6 }, (_, at) => aProduct({ id: at + 1001, productType: 'Battery' }))
const world = aWorld({ products: [...toys, ...batteries] })
const DOMAIN = world.facts.domain

let running: RunningShop
let shop: ShopState
let weather: Weather

beforeAll(async () => {
  running = await aRunningShop('bad-weather', world)
  shop = running.simulator.shops.get(DOMAIN)!
  weather = running.simulator.weather(DOMAIN)
  await openApp(running.simulator, running.app.url, DOMAIN)
  await awaitSync(running.database, DOMAIN, () => {})
  await quiet()
})

afterEach(() => weather.clear())

const quiet = () => awaitQuiet(running.simulator, running.database)
const put = (path: string, document: unknown) => putInApp(running.simulator, running.app.url, DOMAIN, path, document)
const gid = (id: number) => `gid://shopify/Product/${id}`
const standing = (id: number, key: string) => shop.metafields.of(gid(id)).find((field) => field.key === key)?.value
const offersOf = (id: number) => (JSON.parse(standing(id, 'offers') ?? '[]') as string[]).map((text) => Number(text.split('/').at(-1)))
const one = async (sql: string) => Object.values((await running.database.query<Record<string, unknown>>(sql)).rows[0]!)[0]

let edition = 0
/** Publishes something else than before beside every toy; returns how many batteries each then shows. */
async function publishAnew(): Promise<number> {
  edition += 1
  const most = 1 + (edition % batteries.length)
  await put('/rules/a', aRule({ id: 'a', when: ofType('Toy'), where: ofType('Battery'), most }))
  return most
}

/** The shop shows what the rule says, and our memory of it is what stands there. */
async function expectPublished(most: number, among = toys): Promise<void> {
  for (const { id } of among) expect(offersOf(id)).toHaveLength(most)
  const { rows } = await running.database.query<{ id: number; offers: string; notes: string }>(
    `SELECT product_id::int AS id, offers, notes FROM published_slot WHERE shop_id = $1 ORDER BY product_id`,
    [DOMAIN],
  )
  const remembered = rows.filter(({ id }) => among.some((toy) => toy.id === id))
  expect(remembered).toEqual(among.map(({ id }) => ({ id, offers: standing(id, 'offers'), notes: standing(id, 'offer_notes') })))
}

describe('asks of Shopify', () => {
  it('get through faults, refusals to hurry and broken connections', async () => {
    weather.graphql.next(1, { kind: 'status', status: 429, retryAfter: 0.3 }, 'metafieldsSet')
    weather.graphql.next(2, { kind: 'status', status: 503 }, 'metafieldsSet')
    weather.graphql.next(1, { kind: 'reset' }, 'metafieldsSet')
    weather.graphql.next(1, { kind: 'throttled' }, 'metafieldsSet')
    weather.graphql.next(1, { kind: 'broken' }, 'metafieldsSet')
    const most = await publishAnew()
    await quiet()
    expect(weather.graphql.met.filter(({ names }) => names.includes('metafieldsSet'))).toHaveLength(6)
    await expectPublished(most)
  })

  it('are made again where an answer was lost, and what was written stands once', async () => {
    weather.graphql.next(3, { kind: 'lost' }, 'metafieldsSet')
    const most = await publishAnew()
    await quiet()
    await expectPublished(most)
  })

  it('give up on silence and ask anew', async () => {
    weather.graphql.next(1, { kind: 'hang' }, 'metafieldsSet')
    const most = await publishAnew()
    await quiet()
    await expectPublished(most)
  })

  it('wait for a small bucket to fill', async () => {
    weather.throttle({ size: 60, perSecond: 60 })
    const most = await publishAnew()
    await quiet()
    await expectPublished(most)
  })

  it('hold nothing up for a storm that outlasts them: the job comes again', async () => {
    // Five calls at once, each made six times, and more for the next attempt.
    weather.graphql.next(33, { kind: 'status', status: 502 }, 'metafieldsSet')
    const most = await publishAnew()
    await quiet()
    expect(weather.graphql.met.filter(({ trouble }) => trouble.kind === 'status' && trouble.status === 502)).toHaveLength(33)
    await expectPublished(most)
  })
})

describe('publishing', () => {
  it('lets one bad product hold up no other', async () => {
    weather.graphql.often(1, { kind: 'user-error', at: gid(7) }, 'metafieldsSet')
    const before = offersOf(7).length
    const most = await publishAnew()
    await quiet()
    await expectPublished(
      most,
      toys.filter(({ id }) => id !== 7),
    )
    expect(offersOf(7)).toHaveLength(before)
    weather.clear()
    shop.changeProduct(8, (product) => void (product.title = 'Another title'))
    await quiet()
    await expectPublished(most)
  })

  it('writes over what it did not expect, and remembers that', async () => {
    const field = shop.metafields.of(gid(3)).find(({ key }) => key === 'offers')!
    shop.metafields.set({ ...field, value: JSON.stringify([gid(1)]) })
    await quiet()
    const most = await publishAnew()
    await quiet()
    await expectPublished(most)
  })
})

describe('the nightly look at what stands in the shop', () => {
  const check = async () => {
    await running.database.query(`INSERT INTO jobs.job (name, data, singleton_key, policy) VALUES ('check', $1, $2, 'stately')`, [
      { shop: DOMAIN },
      DOMAIN,
    ])
    await quiet()
  }

  it('mends what was changed, deleted or added behind our back, and nothing else', async () => {
    const most = await publishAnew()
    await quiet()
    const writes = () => weather.graphql.met.filter(({ names }) => names.includes('metafieldsSet')).length
    weather.graphql.often(1, { kind: 'hang', milliseconds: 0 }, 'metafieldsSet')
    const [changed, deleted, added] = [gid(11), gid(12), gid(1001)]
    const field = shop.metafields.of(changed).find(({ key }) => key === 'offers')!
    shop.metafields.set({ ...field, value: '[]' })
    shop.metafields.delete(deleted, field.namespace, 'offers')
    shop.metafields.set({ ...field, ownerId: added, value: JSON.stringify([gid(1)]) })
    await quiet()
    const before = writes()
    await check()
    await expectPublished(most)
    expect(shop.metafields.of(added)).toEqual([])
    expect(writes()).toBe(before + 1)
    await check()
    expect(writes()).toBe(before + 1)
    expect(await one(`SELECT count(*) FROM published_slot`)).toBe(String(toys.length))
  })
})

describe('our own writing', () => {
  const asked = () => weather.graphql.met.filter(({ names }) => names.includes('ProductNow')).length

  it('comes back as an update of every product, and starts nothing', async () => {
    weather.graphql.often(1, { kind: 'hang', milliseconds: 0 }, 'ProductNow')
    const before = asked()
    await quiet()
    const told = running.simulator.webhooks.deliveries.filter(({ topic }) => topic === 'products/update').length
    const most = await publishAnew()
    await quiet()
    await expectPublished(most)
    expect(running.simulator.webhooks.deliveries.filter(({ topic }) => topic === 'products/update').length).toBeGreaterThan(told)
    expect(asked()).toBe(before)
    shop.changeProduct(5, (product) => void (product.variants[0]!.price += 100))
    await quiet()
    expect(asked()).toBe(before + 1)
  })
})

describe('tokens', () => {
  it('are renewed once, however many ask at the same time', async () => {
    weather.token.often(1, { kind: 'hang', milliseconds: 400 }, 'refresh')
    running.simulator.expireTokens(DOMAIN)
    for (const { id } of toys.slice(0, 5)) shop.changeProduct(id, (product) => void (product.title += ' again'))
    const most = await publishAnew()
    await quiet()
    await expectPublished(most)
    expect(weather.token.met.filter(({ names }) => names.includes('refresh'))).toHaveLength(1)
    expect(await one('SELECT count(*) FROM session')).toBe('1')
  })

  it('survive a renewal whose answer was lost', async () => {
    weather.token.next(1, { kind: 'lost' }, 'refresh')
    running.simulator.expireTokens(DOMAIN)
    const most = await publishAnew()
    await quiet()
    await expectPublished(most)
  })

  it('survive a door of tokens that is out of order for a while', async () => {
    weather.token.next(2, { kind: 'status', status: 503 }, 'refresh')
    running.simulator.expireTokens(DOMAIN)
    const most = await publishAnew()
    await quiet()
    await expectPublished(most)
  })

  it('that were revoked end the work quietly, until the merchant opens the app again', async () => {
    const before = offersOf(1).length
    running.simulator.revokeTokens(DOMAIN)
    const most = await publishAnew()
    await quiet()
    expect(offersOf(1)).toHaveLength(before)
    expect(await one('SELECT count(*) FROM session')).toBe('0')
    expect(await one(`SELECT failure FROM sync WHERE kind = 'catalog'`)).toBe('access-lost')
    expect(await one(`SELECT count(*) FROM jobs.job WHERE state IN ('failed', 'retry')`)).toBe('0')

    await openApp(running.simulator, running.app.url, DOMAIN)
    const read = await fetch(`${running.app.url}/app.data?index`, {
      method: 'POST',
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${running.simulator.sessionToken(DOMAIN)}` },
    })
    expect(read.status).toBe(200)
    await quiet()
    expect(await one(`SELECT phase FROM sync WHERE kind = 'catalog'`)).toBe('done')
    await expectPublished(most)
  })
})
