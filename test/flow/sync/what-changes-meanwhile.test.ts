import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCollection, aProduct } from '../../a/world.ts'
import { awaitSync } from '../../running/await-setup.ts'
import { openWithAll } from '../../running/merchant.ts'
import { expectCatalogHeld } from '../../running/what-is-held.ts'
import { aReadShop, DOMAIN } from './read-shop.ts'

const { app, database, simulator, shop, weather, quiet, expectHeld, rowsOf, one, until, begin, keepWaiting } = await aReadShop('meanwhile')

describe('what changes while an export is read', () => {
  it('is not undone by it, and what was deleted does not come back', async () => {
    const goOn = await keepWaiting(begin)
    shop.changeProduct(1, (product) => void (product.title = 'Changed meanwhile'))
    shop.changeCollection(2, (collection) => void (collection.productIds = [1, 2]))
    shop.deleteProduct(60)
    shop.deleteCollection(3)
    shop.addProduct(aProduct({ id: 61 }))
    await until(`SELECT NOT EXISTS (SELECT FROM delivery WHERE applied_at IS NULL) AND EXISTS (SELECT FROM product WHERE id = 61)`)
    expect(await one(`SELECT phase FROM sync WHERE kind = 'catalog'`)).not.toBe('done')
    goOn()
    await until(`SELECT phase = 'done' FROM sync WHERE kind = 'catalog'`)
    await expectCatalogHeld(database, shop)
    await quiet()
    await expectHeld()
  })

  it('holds for orders as well', async () => {
    const order = shop.placeOrder({ customerId: null, lines: [{ variantId: 11, quantity: 5, properties: {} }], attributes: {} })
    await quiet()
    await database.query('DELETE FROM sync')
    const readCatalog = await keepWaiting(begin)
    const readOrders = await keepWaiting(readCatalog)
    shop.changeOrder(order.id, { quantities: { [order.lines[0]!.id]: 2 } })
    shop.deleteOrder(1)
    await simulator.webhooks.settled()
    await until(`SELECT NOT EXISTS (SELECT FROM delivery WHERE applied_at IS NULL)`)
    readOrders()
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
    const goOn = await keepWaiting(begin)
    simulator.uninstall(DOMAIN)
    await until(`SELECT uninstalled_at IS NOT NULL FROM shop WHERE id = '${DOMAIN}'`)
    await database.query('DELETE FROM product')
    await openWithAll(simulator, app.url, DOMAIN)
    goOn()
    await awaitSync(database, DOMAIN, () => {})
    await quiet()
    await until(`SELECT count(*) = 0 FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()`)
    await expectHeld()
    expect(await rowsOf('SELECT generation FROM shop')).toEqual([{ generation: 2 }])
    expect(await rowsOf('SELECT DISTINCT generation, phase FROM sync')).toEqual([{ generation: 2, phase: 'done' }])
    expect(readFileSync('.data/test-logs/meanwhile/worker.log', 'utf8')).toContain('"generation":1,"msg":"The installation ended')
  })
})
