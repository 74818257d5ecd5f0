import { beforeAll, describe, expect, it } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import { inLanes } from '#app/platform/in-lanes.ts'
import { pageMix } from '../a/rule-set.ts'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { askFor } from '../running/ask-for.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { askApp, openApp, publishInApp, putInApp, readDrawn } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const products = Array.from({ length: 20 }, (_, at) => aProduct({ id: at + 1 }))
/** One and two are bought together, three and four, and so on: what a model learns of. */
const orders = Array.from({ length: 120 }, (_, at) => {
  const first = 2 * ((at * 7) % 10)
  return anOrder({ id: at + 1, of: products.slice(first, first + 2), createdAt: new Date(Date.now() - (at + 1) * 8_000_000).toISOString() })
})
const world = aWorld({ facts: { domain: 'seen.myshopify.com', handle: 'seen' }, products, orders })
const SHOP = world.facts.domain as ShopId
const SCOPES = ['write_pixels', 'read_customer_events']
/** Of forged events; more on demand. */
const FORGED = Number(process.env['FORGED_EVENTS'] ?? 2_000)

/** Posts that are on their way at once. */
const LANES = 8

let running: RunningShop
const quiet = () => awaitQuiet(running.simulator, running.database)
const shop = () => running.simulator.shops.get(SHOP)!
const rowsOf = async (sql: string) => (await running.database.query<Record<string, unknown>>(sql)).rows
const post = (body: unknown, init: RequestInit = {}) =>
  fetch(`${running.app.url}/events`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init })
const seen = (id: string, product = 2) => ({ id, kind: 'seen', soldBy: 'product-page/rule/r1', product })
const batch = (visitor: string, ...events: object[]) => ({ token: shop().pixel!.settings['token'], visitor, events })

/** All sums of money, what a model learns of them anew, and what stands in all slots when they are filled anew by it. */
async function taught() {
  // Whatever any product may have become is looked at, and a new model has all slots published.
  await rowsOf(`INSERT INTO catalog_change (shop_id) VALUES ('${SHOP}')`)
  await askFor(running.database, 'train', SHOP)
  await quiet()
  return {
    money: await rowsOf('SELECT * FROM "order" ORDER BY id'),
    lines: await rowsOf('SELECT * FROM order_line ORDER BY order_id, id'),
    models: await rowsOf(
      'SELECT version, orders, md5(bytes) AS bytes, md5(ranker::text) AS ranker FROM model_snapshot ORDER BY trained_at DESC LIMIT 1',
    ),
    slots: await rowsOf('SELECT product_id, offers, notes, slots FROM published_slot ORDER BY product_id'),
    offers: running.simulator.appMetafields(SHOP).filter(({ key }) => key === 'offers'),
  }
}

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
    expect(await readDrawn(running.simulator, running.app.url, SHOP, '/settings/status')).toContain('No pixel runs')
  })

  it('runs from then on, and is told where to post and whose it is', async () => {
    running.simulator.changeScopes(SHOP, 'grant', SCOPES.slice(1))
    await quiet()
    expect(shop().pixel?.settings).toEqual({ endpoint: `${running.app.url}/events`, token: expect.stringMatching(/^sealed1\./) })
    expect(await readDrawn(running.simulator, running.app.url, SHOP, '/settings/status')).toContain('It has told nothing')
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
    expect(await readDrawn(running.simulator, running.app.url, SHOP, '/settings/status')).toContain('Events in the last 24 hours: 2')
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

  it('changes no sum of money, no model and no slot, however much is forged', { timeout: 600_000 }, async () => {
    await putInApp(running.simulator, running.app.url, SHOP, '/placements', pageMix('open'))
    await publishInApp(running.simulator, running.app.url, SHOP)
    const before = await taught()
    // The products, and what stands beside none.
    expect([before.offers.length, before.models.length]).toEqual([21, 1])
    const answers = new Map<number, number>()
    const kinds = ['seen', 'clicked', 'added'] as const
    // One product above all, from one browser and from many, and orders that were never made.
    const forge = (nth: number) =>
      nth % 10 === 9
        ? { id: `m-${nth}`, kind: 'ordered', order: 1 + nth }
        : { ...seen(`m-${nth}`, 17), kind: kinds[nth % 3], soldBy: `product-page/model/${nth % 7}` }
    const posts = Array.from({ length: Math.ceil(FORGED / 50) }, (_, at) => at * 50)
    await inLanes(LANES, posts, async (at) => {
      const visitor = at % 100 === 0 ? 'mallory' : `mallory-${Math.floor(at / 400)}`
      const { status } = await post(batch(visitor, ...Array.from({ length: Math.min(50, FORGED - at) }, (_, nth) => forge(at + nth))))
      answers.set(status, (answers.get(status) ?? 0) + 1)
    })
    // As many again as if they had come from everywhere, slowly, within every bound.
    const { rowCount: slipped } = await running.database.query(
      `INSERT INTO storefront_event (shop_id, id, kind, visitor, sold_by, product_id)
       SELECT $1, 's-' || nth, 'added', 'mallory-' || nth % 997, 'product-page/model/3', 17 FROM generate_series(1, $2) AS nth`,
      [SHOP, FORGED],
    )
    expect(await taught()).toEqual(before)
    const told = await rowsOf(`SELECT visitor, count(*)::int AS told FROM storefront_event WHERE id LIKE 'm-%' GROUP BY 1`)
    const kept = told.reduce((sum, row) => sum + Number(row['told']), 0)
    const said = [...answers].map(([status, posts]) => `${posts} posts answered ${status}`).join(', ')
    console.log(
      `${FORGED} forged events: ${said}; ${kept} kept of ${told.length} browsers; ${slipped} more kept; sums, models and slots are as they were`,
    )
    expect(kept).toBeGreaterThan(400)
    expect(Math.max(...told.map((row) => Number(row['told'])))).toBeLessThanOrEqual(500 + LANES * 50)
  })

  it('is taken away with the rest, and nothing that it told stays', async () => {
    await askApp(running.simulator, running.app.url, SHOP, '/app/leave.data', { wish: 'leave' })
    await expect.poll(() => shop().pixel, { message: 'the pixel is taken away' }).toBeUndefined()
    await expect.poll(() => rowsOf('SELECT FROM storefront_event'), { message: 'its events are gone' }).toEqual([])
  })
})
