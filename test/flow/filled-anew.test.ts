import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import type * as Standing from '#app/jobs/cached-sources.server.ts'
import { aRule, ofType } from '../a/rule.ts'
import { aCollection, aProduct, aWorld } from '../a/world.ts'
import { eventually } from '../running/eventually.ts'
import { startInOneProcess, type AppInProcess } from './model/in-one-process.ts'

const toys = [1, 2, 3].map((id) => aProduct({ id, productType: 'Toy' }))
const lamps = [4, 5].map((id) => aProduct({ id, productType: 'Lamp' }))
const cheap = aProduct({ id: 11, productType: 'Battery', price: 100 })
const dear = aProduct({ id: 12, productType: 'Battery', price: 200 })
const world = aWorld({ products: [...toys, ...lamps, cheap, dear], collections: [aCollection({ id: 1, of: toys })] })
const { domain } = world.facts
const SHOP = domain as ShopId
const cheapest = aRule({ when: ofType('Toy'), where: ofType('Battery'), sort: 'lowest-price', most: 1 })
const MINUTE = 60_000

let app: AppInProcess
let standing: typeof Standing

async function settle(): Promise<void> {
  do await app.simulator.webhooks.settled(domain)
  while ((await app.doJobs(domain, 1)) > 0)
}

const shop = () => app.simulator.shops.get(domain)!

/** What the next publication would fill, and from what it would know the rest; the merchant's shop is left as it is. */
async function nextFill(now = Date.now()): Promise<readonly number[] | 'all'> {
  const filled = await standing.fillSlots(SHOP, now)
  return filled.isAll ? 'all' : [...filled.slots.keys()].filter((page) => page > 0).sort((a, b) => a - b)
}

/** Has everything applied that Shopify told, and nothing published. */
async function applied(change: () => void): Promise<void> {
  change()
  await app.simulator.webhooks.settled(domain)
  await app.doJobs(domain, 1)
}

const offered = (product: number) =>
  shop()
    .metafields.of(`gid://shopify/Product/${product}`)
    .find(({ key }) => key === 'offers')?.value

beforeAll(async () => {
  app = await startInOneProcess([world])
  standing = await import('#app/jobs/cached-sources.server.ts')
  await app.open(domain)
  await settle()
  await app.saveRule(domain, cheapest)
  await settle()
})

describe('what is filled anew', () => {
  beforeEach(async () => {
    await app.enqueue('publish', domain)
    await settle()
  })

  it('is nothing where nothing has changed', async () => {
    expect(await nextFill()).toEqual([])
  })

  it('is everything where nobody knows from what it was filled, and where that was long ago', async () => {
    await nextFill()
    expect(await nextFill()).toBe('all')
    await app.enqueue('publish', domain)
    await settle()
    expect(await nextFill(Date.now() + 6 * MINUTE)).toBe('all')
  })

  it('is what a changed product stands on, and published as if everything had been', async () => {
    await applied(() => shop().changeProduct(11, (product) => void (product.variants[0]!.price = 300)))
    expect(await nextFill()).toEqual([1, 2, 3, 11])
    await settle()
    expect([1, 2, 3].map(offered)).toEqual(Array(3).fill('["gid://shopify/Product/12"]'))
    shop().changeProduct(11, (product) => void (product.variants[0]!.price = 100))
    await settle()
    expect([1, 2, 3].map(offered)).toEqual(Array(3).fill('["gid://shopify/Product/11"]'))
  })

  it('is what a product that sold stands on, where the order goes by sales', async () => {
    await app.saveRule(domain, { ...cheapest, offer: { ...cheapest.offer, sort: 'best-selling' } })
    await settle()
    shop().placeOrder({ customerId: null, lines: [{ variantId: 121, quantity: 1, properties: {} }], attributes: {} })
    await settle()
    expect([1, 2, 3].map(offered)).toEqual(Array(3).fill('["gid://shopify/Product/12"]'))
    await app.saveRule(domain, cheapest)
    await settle()
  })

  it('is everything after the merchant decided otherwise', async () => {
    await app.saveRule(domain, { ...cheapest, priority: 51 })
    expect(await nextFill()).toBe('all')
    await settle()
  })

  it('is everything after a product came or went, and after a collection changed', async () => {
    await applied(() => shop().addProduct(aProduct({ id: 21, productType: 'Toy' })))
    expect(await nextFill()).toBe('all')
    await settle()
    expect(offered(21)).toBe('["gid://shopify/Product/11"]')
    await applied(() => shop().deleteProduct(21))
    expect(await nextFill()).toBe('all')
    await settle()
    await applied(() => shop().changeCollection(1, (collection) => void collection.productIds.pop()))
    expect(await nextFill()).toBe('all')
    await settle()
  })

  it('is everything after one could not be published', async () => {
    app.simulator.weather(domain).graphql.often(1, { kind: 'user-error', at: 'gid://shopify/Product/2' }, 'metafieldsSet')
    await applied(() => shop().changeProduct(11, (product) => void (product.variants[0]!.price = 400)))
    await settle()
    expect(await nextFill()).toBe('all')
    app.simulator.weather(domain).clear()
    await app.enqueue('publish', domain)
    await settle()
    expect([1, 2, 3].map(offered)).toEqual(Array(3).fill('["gid://shopify/Product/12"]'))
  })

  it('is everything after a version was published between two looks of the one before', async () => {
    const holder = await app.database.connect()
    await holder.query('BEGIN; LOCK TABLE model_snapshot IN ACCESS EXCLUSIVE MODE')
    const filling = standing.fillSlots(SHOP, Date.now())
    const waits = 'SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = $1::regclass) AS waits'
    await eventually(
      'it waits for what its models are',
      async () => (await holder.query(waits, ['model_snapshot'])).rows[0].waits as boolean,
    )
    await app.database.query(
      `INSERT INTO rule_version (shop_id, number, document, digest, made_by, made_at, why)
       SELECT shop_id, number + 1, jsonb_set(document, '{rules}', '[]'), digest, made_by, now(), '' FROM rule_version WHERE shop_id = $1
       ORDER BY number DESC LIMIT 1`,
      [SHOP],
    )
    await holder.query('COMMIT')
    holder.release()
    standing.cacheSources(SHOP, (await filling).standing, Date.now())
    expect((await standing.fillSlots(SHOP, Date.now())).standing.set.rules).toEqual([])
  })
})
