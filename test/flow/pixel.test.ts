import { beforeAll, describe, expect, it } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { askApp, openApp, readDrawn } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const products = [aProduct({ id: 1 }), aProduct({ id: 2 })]
const world = aWorld({ facts: { domain: 'seen.myshopify.com', handle: 'seen' }, products, orders: [anOrder({ id: 1, of: products })] })
const SHOP = world.facts.domain as ShopId
const SCOPES = ['write_pixels', 'read_customer_events']
/** Of forged events; more on demand. */
const FORGED = Number(process.env['FORGED_EVENTS'] ?? 2_000)

let running: RunningShop
const quiet = () => awaitQuiet(running.simulator, running.database)
const shop = () => running.simulator.shops.get(SHOP)!
const rowsOf = async (sql: string) => (await running.database.query<Record<string, unknown>>(sql)).rows
const post = (body: unknown, init: RequestInit = {}) =>
  fetch(`${running.app.url}/events`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init })
const seen = (id: string, product = 2) => ({ id, kind: 'seen', soldBy: 'product-page/rule/r1', product })
const batch = (visitor: string, ...events: object[]) => ({ token: shop().pixel!.settings['token'], visitor, events })

beforeAll(async () => {
  running = await aRunningShop('pixel', world)
  await openApp(running.simulator, running.app.url, SHOP)
  await awaitSync(running.database, SHOP, () => {})
  await quiet()
})

describe('a pixel', () => {
  it('is not there until the merchant grants what it takes, and the health page says so', async () => {
    running.simulator.changeScopes(SHOP, 'grant', SCOPES.slice(0, 1))
    await quiet()
    expect(shop().pixel).toBeUndefined()
    expect(await readDrawn(running.simulator, running.app.url, SHOP, '/health')).toContain('No pixel runs')
  })

  it('runs from then on, and is told where to post and whose it is', async () => {
    running.simulator.changeScopes(SHOP, 'grant', SCOPES.slice(1))
    await quiet()
    expect(shop().pixel?.settings).toEqual({ endpoint: `${running.app.url}/events`, token: expect.stringMatching(/^sealed1\./) })
    expect(await readDrawn(running.simulator, running.app.url, SHOP, '/health')).toContain('It has told nothing')
  })

  it('tells what shoppers saw, each event once, by a mark that is nobody’s name', async () => {
    const events = [seen('a-0'), { id: 'a-1', kind: 'ordered', order: 9 }]
    const answers = [await post(batch('ada-client', ...events)), await post(batch('ada-client', ...events))]
    expect(answers.map(({ status, headers }) => [status, headers.get('access-control-allow-origin')])).toEqual([
      [204, '*'],
      [204, '*'],
    ])
    const rows = await rowsOf('SELECT id, kind, visitor, sold_by, product_id, order_id FROM storefront_event ORDER BY id')
    expect(rows).toEqual([
      { id: 'a-0', kind: 'seen', visitor: expect.any(String), sold_by: 'product-page/rule/r1', product_id: '2', order_id: null },
      { id: 'a-1', kind: 'ordered', visitor: rows[0]!['visitor'], sold_by: null, product_id: null, order_id: '9' },
    ])
    expect(JSON.stringify(rows)).not.toContain('ada')
    expect(await readDrawn(running.simulator, running.app.url, SHOP, '/health')).toContain('Events in the last 24 hours: 2')
  })

  it('is asked by browsers whether it may post, and refused what is no event', async () => {
    const preflight = await post('', { method: 'OPTIONS', body: null })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'POST'])
    const forged = { ...batch('x', seen('f')), token: `${shop().pixel!.settings['token']!.slice(0, -4)}AAAA` }
    const answers = await Promise.all([
      post('{'),
      post(forged),
      post(batch('x', { ...seen('f'), total: 1 })),
      post('x'.repeat(20_000)),
      fetch(`${running.app.url}/events`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 401, 400, 413, 405])
    expect(await answers[2]!.text()).toMatch(/^events\.0/)
  })

  it('moves no money however much is forged, and one browser says no more than so much', async () => {
    const money = () => rowsOf('SELECT * FROM "order" ORDER BY id')
    const lines = () => rowsOf('SELECT * FROM order_line ORDER BY order_id, id')
    const before = [await money(), await lines()]
    for (let at = 0; at < FORGED; at += 50)
      await post(batch('mallory', ...Array.from({ length: 50 }, (_, nth) => seen(`m-${at + nth}`, 1 + ((at + nth) % 2)))))
    expect([await money(), await lines()]).toEqual(before)
    const [{ told }] = (await rowsOf(`SELECT count(*)::int AS told FROM storefront_event WHERE id LIKE 'm-%'`)) as [{ told: number }]
    expect(told).toBeGreaterThan(400)
    expect(told).toBeLessThanOrEqual(550)
  })

  it('is taken away with the rest, and nothing that it told stays', async () => {
    await askApp(running.simulator, running.app.url, SHOP, '/app/leave.data', { wish: 'leave' })
    await expect.poll(() => shop().pixel, { message: 'the pixel is taken away' }).toBeUndefined()
    await expect.poll(() => rowsOf('SELECT FROM storefront_event'), { message: 'its events are gone' }).toEqual([])
  })
})
