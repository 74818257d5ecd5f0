import { beforeAll, describe, expect, it } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { askApp, openApp, publishInApp, putInApp, readDrawn, readPage } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const DAY = 24 * 60 * 60 * 1000
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString().replace(/\.\d+Z$/, 'Z')
const products = [aProduct({ id: 1, productType: 'Toy' }), aProduct({ id: 2, productType: 'Battery' })]
const order = (id: number, days: number) => anOrder({ id, of: products, createdAt: ago(days), customerId: 7 })
const world = aWorld({
  facts: { domain: 'wary.myshopify.com', handle: 'wary' },
  products,
  customers: [aCustomer({ id: 7 })],
  orders: [order(1, 900), order(2, 300), order(3, 100), order(4, 30), order(5, 3)],
})
const SHOP = world.facts.domain

let running: RunningShop
const quiet = () => awaitQuiet(running.simulator, running.database)
const rowsOf = async (sql: string) => (await running.database.query<Record<string, unknown>>(sql)).rows
const orders = async () =>
  (await rowsOf('SELECT id, customer_id FROM "order" ORDER BY id')).map((row) => [Number(row['id']), row['customer_id']])
const scopes = async () => (await rowsOf('SELECT scopes FROM shop'))[0]!['scopes']
const listensTo = (topic: string) =>
  running.simulator.installations
    .get(SHOP)!
    .subscriptions.all()
    .some((subscription) => subscription.topic === topic)
const ask = (path: string, document?: unknown) => askApp(running.simulator, running.app.url, SHOP, path, document)

beforeAll(async () => {
  running = await aRunningShop('scopes', world)
  await openApp(running.simulator, running.app.url, SHOP)
  await awaitSync(running.database, SHOP, () => {})
  await quiet()
})

describe('a shop that grants the least', () => {
  it('is read all the same: sixty days of orders, each by nobody', async () => {
    expect(await scopes()).toEqual(['read_app_proxy', 'read_orders', 'read_products', 'write_app_proxy', 'write_products'])
    expect(await orders()).toEqual([
      [4, null],
      [5, null],
    ])
    expect(await rowsOf('SELECT phase, failure FROM sync')).toEqual([
      { phase: 'done', failure: null },
      { phase: 'done', failure: null },
    ])
  })

  it('has working rules, and pages that say what is missing', async () => {
    await putInApp(running.simulator, running.app.url, SHOP, '/rules/r', {
      id: 'r',
      name: 'Batteries',
      state: 'active',
      priority: 1,
      when: { kind: 'type', names: ['Toy'] },
      offer: { where: { kind: 'type', names: ['Battery'] }, joins: [], except: null, sort: 'best-selling', most: 3 },
    })
    await publishInApp(running.simulator, running.app.url, SHOP)
    await quiet()
    expect(running.simulator.shops.get(SHOP)!.metafields.of('gid://shopify/Product/1')).toHaveLength(2)
    for (const path of ['/rules', '/products', '/review', '/history', '/settings'])
      await readPage(running.simulator, running.app.url, SHOP, path)
    const home = await readDrawn(running.simulator, running.app.url, SHOP, '')
    expect(home).toContain('Shopify shows apps the last 60 days')
    expect(home).toContain('Tandem may not look into your theme')
    const data = await readDrawn(running.simulator, running.app.url, SHOP, '/settings/privacy')
    expect(data.match(/Not allowed/g)?.length).toBeGreaterThanOrEqual(5)
    expect(data).toContain('Without it: each order stands alone')
    expect(data).toContain('Without it: sales and your own edits are noticed at once')
  })

  it('does not have a customer’s number kept from a new order either', async () => {
    const shop = running.simulator.shops.get(SHOP)!
    const sold = shop.placeOrder({ customerId: 7, lines: [{ variantId: 11, quantity: 1, properties: {} }], attributes: {} })
    await quiet()
    expect((await orders()).find(([id]) => id === sold.id)).toEqual([sold.id, null])
  })
})

describe('what is granted later', () => {
  it('is read once it is granted: the customers', async () => {
    running.simulator.changeScopes(SHOP, 'grant', ['read_customers'])
    await quiet()
    expect(await scopes()).toEqual([
      'read_app_proxy',
      'read_customers',
      'read_orders',
      'read_products',
      'write_app_proxy',
      'write_products',
    ])
    expect((await orders()).map(([, customer]) => Number(customer))).toEqual([7, 7, 7])
  })

  it('is read once it is granted: older orders, but for those that are not kept', async () => {
    running.simulator.changeScopes(SHOP, 'grant', ['read_all_orders'])
    await quiet()
    expect((await orders()).map(([id]) => id).slice(0, 4)).toEqual([2, 3, 4, 5])
  })

  it('is listened to once it is granted: stock of which nothing else tells', async () => {
    const pulled = () => rowsOf('SELECT kind, started_at FROM sync ORDER BY kind')
    const before = await pulled()
    running.simulator.changeScopes(SHOP, 'grant', ['read_inventory'])
    await quiet()
    expect(listensTo('INVENTORY_LEVELS_UPDATE')).toBe(true)
    running.simulator.weather(SHOP).webhooks.next(1, { kind: 'lost' }, 'products/update')
    running.simulator.shops.get(SHOP)!.changeProduct(2, (product) => void (product.variants[0]!.stock = 4))
    await quiet()
    expect(await rowsOf(`SELECT variants->0->>'stock' AS stock FROM product WHERE id = 2`)).toEqual([{ stock: '4' }])
    expect(await pulled()).toEqual(before)
  })

  it('is seen at the merchant’s own word, where Shopify’s message got lost', async () => {
    const installation = running.simulator.installations.get(SHOP)!
    for (const scope of ['read_themes', 'read_customer_merge']) installation.optional.add(scope)
    installation.tokens.rescope([...installation.app.scopes, ...installation.optional])
    expect(await scopes()).not.toContain('read_themes')
    expect((await ask('/app/settings/privacy.data', { kind: 'access-changed' })).status).toBe(200)
    expect(await scopes()).toContain('read_themes')
    expect(listensTo('CUSTOMERS_MERGE')).toBe(true)
    expect(await readDrawn(running.simulator, running.app.url, SHOP, '')).toContain('Your theme does not show the block')
  })

  it('is read no second time: opening the app finds nothing new', async () => {
    await quiet()
    const before = await rowsOf('SELECT kind, started_at FROM sync ORDER BY kind')
    for (let time = 0; time < 3; time++) await ask('/app.data')
    await quiet()
    expect(await rowsOf('SELECT kind, started_at FROM sync ORDER BY kind')).toEqual(before)
  })
})

describe('what is taken back', () => {
  it('goes: no number of a customer stays, and none comes with the next order', async () => {
    running.simulator.changeScopes(SHOP, 'revoke', ['read_customers'])
    await quiet()
    const shop = running.simulator.shops.get(SHOP)!
    shop.placeOrder({ customerId: 7, lines: [{ variantId: 21, quantity: 1, properties: {} }], attributes: {} })
    await quiet()
    expect((await orders()).filter(([, customer]) => customer !== null)).toEqual([])
    expect((await orders()).length).toBe(6)
  })
})

describe('the retention clock', () => {
  it('deletes what was kept for long enough, and nothing else', async () => {
    await running.database.query(`INSERT INTO "order" (shop_id, id, processed_at, updated_at)
      VALUES ('${SHOP}', 77, now() - interval '26 months', now())`)
    await running.database.query(`INSERT INTO order_line (shop_id, order_id, id, quantity, current_quantity, unit_price)
      VALUES ('${SHOP}', 77, 1, 1, 1, 100)`)
    const before = (await orders()).filter(([id]) => id !== 77)
    await running.database.query(`UPDATE delivery SET applied_at = now() - interval '31 days' WHERE topic = 'app/scopes_update'`)
    await running.database.query(`INSERT INTO data_request (shop_id, id, asked_at, answered_at)
      VALUES ('${SHOP}', 'old', now(), now() - interval '91 days'), ('${SHOP}', 'new', now(), now()), ('${SHOP}', 'open', now() - interval '1 year', NULL)`)
    await running.database.query(`INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at, received_at, applied_at)
      VALUES ('unknown.myshopify.com', 'customers/redact', 'x', '{}', now(), now() - interval '31 days', now())`)
    const kept = (await rowsOf(`SELECT count(*) FROM delivery WHERE shop_id = '${SHOP}' AND topic <> 'app/scopes_update'`))[0]
    await running.database.query(`INSERT INTO jobs.job (name, data) VALUES ('night', '{}')`)
    await quiet()
    expect(await orders()).toEqual(before)
    expect(await rowsOf('SELECT DISTINCT order_id::float8 FROM order_line ORDER BY 1')).toEqual(before.map(([id]) => ({ order_id: id })))
    expect(await rowsOf('SELECT id FROM data_request ORDER BY id')).toEqual([{ id: 'new' }, { id: 'open' }])
    expect(await rowsOf(`SELECT topic FROM delivery WHERE topic = 'app/scopes_update' OR shop_id = 'unknown.myshopify.com'`)).toEqual([])
    expect((await rowsOf('SELECT count(*) FROM delivery'))[0]).toEqual(kept)
  })

  it('forgets a shop that left, though Shopify never asked for it', async () => {
    running.simulator.uninstall(SHOP)
    await quiet()
    await running.database.query(`UPDATE shop SET uninstalled_at = now() - interval '31 days'`)
    await running.database.query(`INSERT INTO jobs.job (name, data) VALUES ('night', '{}')`)
    await quiet()
    for (const table of ['shop', '"order"', 'product', 'rule', 'delivery']) expect(await rowsOf(`SELECT FROM ${table}`)).toEqual([])
  })
})
