import { pageMix } from '../a/rule-set.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { awaitSync } from '../running/await-setup.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { openApp, publishInApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { kilnAndLeaf } from '../simulator/world/kiln-and-leaf.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'

const NOW = new Date()
const world = kilnAndLeaf({ seed: 'flow', now: NOW })
const DOMAIN = world.facts.domain
const DAY = 24 * 60 * 60 * 1000

let running: RunningShop
let shop: ShopState

beforeAll(async () => {
  running = await aRunningShop('from-shop-to-shop', world)
  shop = running.simulator.shops.get(DOMAIN)!
  await openApp(running.simulator, running.app.url, DOMAIN)
  await awaitSync(running.database, DOMAIN, () => {})
  await awaitQuiet(running.simulator, running.database)
})

const quiet = () => awaitQuiet(running.simulator, running.database)
const put = (path: string, document: unknown) => putInApp(running.simulator, running.app.url, DOMAIN, path, document)
const publish = () => publishInApp(running.simulator, running.app.url, DOMAIN)
const count = async (what: string) =>
  (await running.database.query<{ count: string }>(`SELECT count(*) FROM ${what}`)).rows.map((row) => Number(row.count))[0]

/** What the app has written to a product, read as the shop keeps it. */
function offersOf(productId: number): number[] {
  const field = shop.metafields.of(`gid://shopify/Product/${productId}`).find(({ key }) => key === 'offers')
  return field ? (JSON.parse(field.value) as string[]).map((gid) => Number(gid.split('/').at(-1))) : []
}

const allSlots = () =>
  [...shop.products.keys()]
    .map((id) => [id, shop.metafields.of(`gid://shopify/Product/${id}`)] as const)
    .filter(([, fields]) => fields.length > 0)

const type = (name: string) => ({ kind: 'type', names: [name] })
const rule = (id: string, when: unknown, where: unknown, part = {}) => ({
  id,
  name: `Rule ${id}`,
  state: 'active',
  priority: 50,
  when,
  offer: { where, joins: [], except: null, sort: 'best-selling', most: 12, ...part },
})
const types = [...new Set(world.products.map(({ productType }) => productType))]
const ofType = (name: string) => [...shop.products.values()].filter((product) => product.productType === name)
const isOnSale = (id: number) => {
  const product = shop.products.get(id)!
  const buyable = product.variants.some(({ stock, continueSelling }) => stock === null || stock > 0 || continueSelling)
  return (
    product.status === 'ACTIVE' &&
    product.publishedAt !== null &&
    buyable &&
    !product.isGiftCard &&
    !product.requiresSellingPlan &&
    product.variants.every(({ price }) => price > 0)
  )
}
/** Two types of goods that the shop sells, more than one of each. */
const [first, second] = types.filter(
  (name) => world.products.filter((product) => product.productType === name && product.status === 'ACTIVE').length > 1,
) as [string, string]

describe('a shop, read by the app', () => {
  it('stands in our tables with every product, variant and membership', async () => {
    expect(await count('product')).toBe(shop.products.size)
    expect(await count('product, jsonb_array_elements(variants)')).toBe(shop.variants.size)
    expect(await count('collection_member')).toBe(
      [...shop.collections.values()].reduce((sum, { productIds }) => sum + productIds.length, 0),
    )
  })

  it('shows the orders of 60 days, and no more, to an app without leave to see all', async () => {
    const visible = world.orders.filter(({ createdAt }) => Date.parse(createdAt) > NOW.getTime() - 60 * DAY)
    expect(visible.length).toBeLessThan(world.orders.length)
    expect(Math.abs((await count('"order"'))! - visible.length)).toBeLessThanOrEqual(1)
    const lines = visible.reduce((sum, order) => sum + order.lines.length, 0)
    expect(Math.abs((await count('order_line'))! - lines)).toBeLessThanOrEqual(10)
  })

  it('shows nothing before the merchant has said anything', () => {
    expect(allSlots()).toEqual([])
  })
})

describe('a rule', () => {
  it('is written to the pages that it is about, and to no other', async () => {
    await put('/rules/a', rule('a', type(first), type(second)))
    await quiet()
    expect(allSlots()).toEqual([])
    await publish()
    await quiet()
    const offered = ofType(second).filter(({ id }) => isOnSale(id))
    for (const { id, status, publishedAt } of ofType(first)) {
      if (status === 'ACTIVE' && publishedAt) expect(offersOf(id).toSorted()).toEqual(offered.map((product) => product.id).toSorted())
    }
    expect(
      allSlots()
        .map(([id]) => id)
        .toSorted(),
    ).toEqual(
      ofType(first)
        .filter(({ status, publishedAt }) => status === 'ACTIVE' && publishedAt)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('is written once: publishing the same again changes nothing', async () => {
    const before = JSON.stringify(allSlots())
    const { rows } = await running.database.query('SELECT published_at FROM published_slot ORDER BY product_id')
    await put('/rules/a', rule('a', type(first), type(second)))
    await expect(publish()).rejects.toThrow('nothing-waits')
    await quiet()
    expect(JSON.stringify(allSlots())).toBe(before)
    expect((await running.database.query('SELECT published_at FROM published_slot ORDER BY product_id')).rows).toEqual(rows)
  })

  it('is refused whole when it is none, with the path of the fault', async () => {
    await expect(put('/rules/b', rule('b', type(first), { kind: 'weather' }))).rejects.toThrow(/offer\.where/)
    expect(await count('rule')).toBe(1)
  })

  it('follows a product that sells out, comes back and leaves', async () => {
    const target = ofType(second).find(({ id }) => isOnSale(id))!
    const page = ofType(first).find(({ status, publishedAt }) => status === 'ACTIVE' && publishedAt)!
    const stocks = target.variants.map(({ stock }) => stock)
    shop.changeProduct(target.id, (product) => product.variants.forEach((variant) => (variant.stock = 0)))
    await quiet()
    expect(offersOf(page.id)).not.toContain(target.id)
    shop.changeProduct(target.id, (product) => product.variants.forEach((variant, at) => (variant.stock = stocks[at]!)))
    await quiet()
    expect(offersOf(page.id)).toContain(target.id)
    shop.changeProduct(target.id, (product) => (product.publishedAt = null))
    await quiet()
    expect(offersOf(page.id)).not.toContain(target.id)
  })

  it('leaves the shop as it found it once it is a draft', async () => {
    await put('/rules/a', { ...rule('a', type(first), type(second)), state: 'draft' })
    await publish()
    await quiet()
    expect(allSlots()).toEqual([])
    expect(await count('published_slot WHERE product_id > 0')).toBe(0)
  })
})

describe('an open slot', () => {
  it('is filled from the orders where they give evidence, and emptied when it is locked again', async () => {
    await put('/placements', pageMix('open'))
    await publish()
    await quiet()
    const open = allSlots()
    expect(open.length).toBeGreaterThan(0)
    for (const [id] of open) for (const offered of offersOf(id)) expect(isOnSale(offered)).toBe(true)
    const notes = open.flatMap(([, fields]) => fields.filter(({ key }) => key === 'offer_notes').map(({ value }) => value))
    for (const note of notes)
      expect(note).toMatch(
        /^\{"v":2,"cards":\[(\{"p":\d+,"by":"bought-together","ref":"[0-9a-f]{12}"\},?)+\],"slots":\{"product-page":\[\{"lock":"open","cards":\[[\d,]+\]\}\]\},"near":\[[\d,]+\]\}$/,
      )
    await put('/placements', {})
    await publish()
    await quiet()
    expect(allSlots()).toEqual([])
  })
})
