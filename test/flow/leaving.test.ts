import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCollection, anOrder, aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { deliver } from '../running/deliver.ts'
import { askApp, openWithAll, publishInApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { shopId } from '../simulator/admin/global-id.ts'
import { metafieldOwners } from '../simulator/metafield-owners.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'

const products = Array.from({ length: 300 }, (_, at) => aProduct({ id: at + 1, productType: at % 2 ? 'Toy' : 'Battery' }))
/** Two for every other product, and how the shop is measured. */
const WRITTEN = products.length + 1
const worldOf = (handle: string) =>
  aWorld({
    facts: { domain: `${handle}.myshopify.com`, handle },
    products,
    collections: [aCollection({ id: 1, of: products.slice(0, 3) })],
    orders: [anOrder({ id: 1, of: products.slice(0, 2) })],
  })
const [ours, theirs, third] = [worldOf('ours'), worldOf('theirs'), worldOf('third')]
const OURS = ours.facts.domain
const THEIRS = theirs.facts.domain
const THIRD = third.facts.domain
const OUR_NAMESPACE = 'app--40771'

let running: RunningShop
const shopOf = (domain: string): ShopState => running.simulator.shops.get(domain)!
const quiet = () => awaitQuiet(running.simulator, running.database)
const rowsOf = async (sql: string) => (await running.database.query<Record<string, unknown>>(sql)).rows
const ask = (domain: string, path: string, document?: unknown) => askApp(running.simulator, running.app.url, domain, path, document)

const rule = {
  id: 'batteries',
  name: 'Batteries',
  state: 'active',
  priority: 1,
  when: { kind: 'type', names: ['Toy'] },
  offer: { where: { kind: 'type', names: ['Battery'] }, joins: [], except: null, sort: 'best-selling', most: 3 },
}

beforeAll(async () => {
  running = await aRunningShop('leaving', ours, theirs, third)
  for (const domain of [OURS, THEIRS, THIRD]) {
    await openWithAll(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
    await putInApp(running.simulator, running.app.url, domain, '/rules/batteries', rule)
    await publishInApp(running.simulator, running.app.url, domain)
  }
  await quiet()
})

/** Everything in the shop that stands in a namespace of ours, whoever owns it. */
const oursIn = (domain: string) =>
  metafieldOwners(shopOf(domain))
    .flatMap((owner) => shopOf(domain).metafields.of(owner))
    .filter(({ namespace }) => namespace === OUR_NAMESPACE || namespace.startsWith(`${OUR_NAMESPACE}--`))

/** Names of the tables in which a row names the shop. */
async function tablesThatName(domain: string): Promise<string[]> {
  const tables = await rowsOf("SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'jobs')")
  const named = await Promise.all(
    tables.map(async ({ schemaname, tablename }) => {
      const found = await running.database.query(
        `SELECT FROM "${schemaname}"."${tablename}" t WHERE position($1 IN row_to_json(t)::text) > 0 LIMIT 1`,
        [domain],
      )
      return found.rowCount ? [String(tablename)] : []
    }),
  )
  return [...new Set(named.flat())].toSorted()
}

async function untilGone(domain: string): Promise<void> {
  for (;;) {
    const [row] = await rowsOf(`SELECT phase, failure FROM leaving WHERE shop_id = '${domain}'`)
    if (row?.['phase'] === 'done') return
    await wait(100)
  }
}

describe('removing everything', () => {
  it('takes every metafield of ours, also those that we do not remember, and leaves the merchant’s and other apps’', async () => {
    expect(oursIn(OURS)).toHaveLength(WRITTEN)
    const shop = shopOf(OURS)
    const json = { type: 'json', value: '1' }
    // What an earlier version might have written, on each kind of owner.
    shop.metafields.set({ ownerId: 'gid://shopify/Product/1', namespace: OUR_NAMESPACE, key: 'forgotten', ...json })
    shop.metafields.set({ ownerId: 'gid://shopify/ProductVariant/11', namespace: `${OUR_NAMESPACE}--old`, key: 'notes', ...json })
    shop.metafields.set({ ownerId: 'gid://shopify/Collection/1', namespace: OUR_NAMESPACE, key: 'notes', ...json })
    shop.metafields.set({ ownerId: shopId(ours.facts), namespace: OUR_NAMESPACE, key: 'settings', ...json })
    shop.metafields.set({ ownerId: 'gid://shopify/Product/1', namespace: 'app--407711', key: 'notes', ...json })
    shop.metafields.set({ ownerId: 'gid://shopify/Product/1', namespace: 'custom', key: 'size', ...json })
    const installation = running.simulator.installations.get(OURS)!
    installation.definitions.add({
      ownerType: 'COLLECTION',
      namespace: `${OUR_NAMESPACE}--old`,
      key: 'notes',
      type: 'json',
      name: 'Old',
      description: null,
      admin: 'MERCHANT_READ',
      storefront: 'NONE',
    })
    await quiet()

    expect((await ask(OURS, '/app/leave.data', { wish: 'leave' })).status).toBe(200)
    await untilGone(OURS)
    await quiet()
    expect(oursIn(OURS)).toEqual([])
    expect(shop.metafields.of('gid://shopify/Product/1').map(({ namespace }) => namespace)).toEqual(['app--407711', 'custom'])
    // Those of the configuration file are Shopify's to remove.
    expect(installation.definitions.all().map(({ key, fromConfiguration }) => [key, fromConfiguration])).toEqual([
      ['offers', true],
      ['copy', true],
      ['offer_notes', true],
    ])
    expect(await rowsOf(`SELECT metafields, definitions, left_to_shopify FROM leaving WHERE shop_id = '${OURS}'`)).toEqual([
      { metafields: WRITTEN + 4, definitions: 4, left_to_shopify: 3 },
    ])
  })

  it('leaves one note of ours, and none of the shop’s rows; the other shops keep theirs', async () => {
    expect(await tablesThatName(OURS)).toEqual(['leaving'])
    expect(oursIn(THEIRS)).toHaveLength(WRITTEN)
  })

  it('says so, whichever page is opened, and begins nothing anew', async () => {
    for (const path of ['/app.data', '/app/rules.data', '/app/settings.data']) expect((await ask(OURS, path)).text).toContain('/app/leave')
    const page = await ask(OURS, '/app/leave.data')
    expect(page.status).toBe(200)
    expect(page.text).toContain('"done"')
    shopOf(OURS).changeProduct(1, (product) => (product.title = 'Another title'))
    await quiet()
    expect(oursIn(OURS)).toEqual([])
    expect(await rowsOf(`SELECT FROM shop WHERE id = '${OURS}'`)).toEqual([])
    expect(await rowsOf(`SELECT FROM product WHERE shop_id = '${OURS}'`)).toEqual([])
  })

  it('begins anew when the merchant says so', async () => {
    await ask(OURS, '/app/leave.data', { wish: 'come-back' })
    await openWithAll(running.simulator, running.app.url, OURS)
    await awaitSync(running.database, OURS, () => {})
    await putInApp(running.simulator, running.app.url, OURS, '/rules/batteries', rule)
    await publishInApp(running.simulator, running.app.url, OURS)
    await quiet()
    expect(oursIn(OURS)).toHaveLength(WRITTEN)
  })

  it('goes on where Shopify broke it off midway', async () => {
    const weather = running.simulator.weather(THEIRS)
    weather.files.next(1, { kind: 'cut', after: 20_000 })
    weather.graphql.next(2, { kind: 'status', status: 503 }, 'metafieldsDelete')
    await ask(THEIRS, '/app/leave.data', { wish: 'leave' })
    await untilGone(THEIRS)
    await quiet()
    expect(oursIn(THEIRS)).toEqual([])
    expect(await tablesThatName(THEIRS)).toEqual(['leaving'])
    expect(await rowsOf(`SELECT metafields FROM leaving WHERE shop_id = '${THEIRS}'`)).toEqual([{ metafields: WRITTEN }])
  })
})

describe('uninstalling', () => {
  it('after removing everything leaves nothing at all, here or there', async () => {
    running.simulator.uninstall(THEIRS)
    await quiet()
    expect(running.simulator.installations.get(THEIRS)!.definitions.all()).toEqual([])
    expect(await tablesThatName(THEIRS)).toEqual([])
    expect(await deliver(running.app.url, THEIRS, 'shop/redact', { shop_domain: THEIRS })).toBe(200)
    await quiet()
    expect(await tablesThatName(THEIRS)).toEqual([])
  })

  it('ends what waits for the shop, and nothing runs for it any more', async () => {
    shopOf(THIRD).changeProduct(1, (product) => (product.title = 'Renamed just now'))
    running.simulator.uninstall(THIRD)
    await quiet()
    expect(oursIn(THIRD)).toEqual([])
    expect(await rowsOf(`SELECT FROM session WHERE shop = '${THIRD}'`)).toEqual([])
    expect(await rowsOf(`SELECT FROM published_slot WHERE shop_id = '${THIRD}'`)).toEqual([])
    expect(await rowsOf(`SELECT FROM jobs.job WHERE data->>'shop' = '${THIRD}' AND state < 'completed'`)).toEqual([])
    expect(await deliver(running.app.url, THIRD, 'products/update', { id: 2 })).toBe(200)
    await quiet()
    expect(oursIn(THIRD)).toEqual([])
  })

  it('does not stand in the way of coming back: pages show again what the rules say', async () => {
    await openWithAll(running.simulator, running.app.url, THIRD)
    await awaitSync(running.database, THIRD, () => {})
    await quiet()
    expect(oursIn(THIRD)).toHaveLength(WRITTEN)
  })
})
