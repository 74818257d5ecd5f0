import { beforeAll, expect, it } from 'vitest'
import { addMoments, addVisitor, NOTHING_BOUGHT, noMoments } from '#app/measure/ledger/moments.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { MeasureNote } from '#app/slots/arm/arm.ts'
import { aRule, ofType } from '../a/rule.ts'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { askApp, publishInApp, putInApp, readDrawn } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'

const [TOY, CELLS, LAMP] = [
  aProduct({ id: 1, title: 'Robot', productType: 'Toy' }),
  aProduct({ id: 2, title: 'Four cells', productType: 'Batteries' }),
  aProduct({ id: 3, title: 'Lamp', productType: 'Lamp' }),
]
const ORDER = 7_001
const world = aWorld({ products: [TOY, CELLS, LAMP], orders: [anOrder({ id: ORDER, of: [TOY, CELLS] })] })
const SHOP = world.facts.domain
const { simulator, app, quiet, rowsOf, one } = await aSyncedShop('measuring', world)

const cells = aRule({ id: 'cells', name: 'Batteries', when: ofType('Toy'), where: ofType('Batteries') })
const lamps = aRule({ id: 'lamps', name: 'Lamps', when: ofType('Toy'), where: ofType('Lamp') })
const put = (rule: Rule) => putInApp(simulator, app.url, SHOP, `/rules/${rule.id}`, rule)
const choose = async (ownShare: number | null, mayPause = false) => {
  const { status } = await askApp(simulator, app.url, SHOP, '/app/settings/measuring.data', { ownShare, mayPause }, 'PUT')
  expect(status).toBe(200)
  await quiet()
}
const note = () => JSON.parse(simulator.appMetafields(SHOP).find(({ key }) => key === 'measure')!.value) as MeasureNote
const versions = () => rowsOf('SELECT number, made_by AS by FROM rule_version ORDER BY number')
const flags = () => rowsOf('SELECT rule_id AS rule, paused_at IS NOT NULL AS paused, high < 0 AS below FROM rule_flag')

beforeAll(async () => {
  await put(cells)
  await put(lamps)
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
})

it('the share that the merchant sets holds at once, and the storefront hears of it', async () => {
  expect(note()).toMatchObject({ epoch: 1, share: 0.1 })
  await choose(0)
  expect(note()).toMatchObject({ epoch: 2, share: 0 })
  await choose(0.3)
  expect(note()).toMatchObject({ epoch: 3, share: 0.3 })
  await choose(0.3)
  expect(note()).toMatchObject({ epoch: 3 })
})

it('takes no share that is none of those to choose from', async () => {
  const { status } = await askApp(simulator, app.url, SHOP, '/app/settings/measuring.data', { ownShare: 0.9, mayPause: true }, 'PUT')
  expect(status).toBe(400)
  expect(await rowsOf('SELECT own_share AS share, may_pause AS pause FROM measurement')).toEqual([{ share: 0.3, pause: false }])
})

it('says beside the settings what a share costs', async () => {
  expect(await readDrawn(simulator, app.url, SHOP, '/settings')).toContain('Visitors who see no offers')
})

/** Both arms of the rule, each of 10,000 visitors, of whom so many in a thousand buy. */
async function measured(rule: string, epoch: number, buy: { readonly shown: number; readonly heldOut: number }): Promise<void> {
  const bought = { ...NOTHING_BOUGHT, buyers: 1, orders: 1, revenue: 1_000, cappedRevenue: 1_000, units: 1, otherUnits: 1 }
  for (const isHeldOut of [false, true]) {
    const [buyer, nobody, sums] = [noMoments(), noMoments(), noMoments()]
    addVisitor(buyer, bought, 1)
    addVisitor(nobody, NOTHING_BOUGHT, 1)
    const buyers = 10 * (isHeldOut ? buy.heldOut : buy.shown)
    const times = (of: readonly number[], count: number) => of.map((sum) => sum * count)
    addMoments(sums, times(buyer, buyers))
    addMoments(sums, times(nobody, 10_000 - buyers))
    await rowsOf(
      `INSERT INTO measure_total (shop_id, epoch, scope, is_held_out, sums)
       VALUES ('${SHOP}', ${epoch}, 'rule/${rule}', ${isHeldOut}, '{${sums.join()}}')`,
    )
  }
}

it('flags a rule that costs buyers, and leaves it at that where nobody asked for more', async () => {
  await measured('cells', 3, { shown: 30, heldOut: 50 })
  await measured('lamps', 3, { shown: 50, heldOut: 50 })
  await choose(0.3)
  expect(await flags()).toEqual([{ rule: 'cells', paused: false, below: true }])
  expect(await versions()).toHaveLength(1)
})

it('pauses it where the merchant asked, by a version of its own; what else waits goes on waiting', async () => {
  await put({ ...lamps, name: 'Lamps beside toys' })
  await choose(0.3, true)
  expect(await flags()).toEqual([{ rule: 'cells', paused: true, below: true }])
  expect(await versions()).toEqual([expect.objectContaining({ number: 1 }), { number: 2, by: 'safeguard' }])
  expect(
    await rowsOf(
      `SELECT rule->>'name' AS name, rule->>'state' AS state FROM rule_version, jsonb_array_elements(document->'rules') AS rule
       WHERE number = 2 ORDER BY 1`,
    ),
  ).toEqual([
    { name: 'Batteries', state: 'draft' },
    { name: 'Lamps', state: 'active' },
  ])
  expect(await rowsOf(`SELECT document->>'name' AS name, document->>'state' AS state FROM rule ORDER BY id`)).toEqual([
    { name: 'Batteries', state: 'draft' },
    { name: 'Lamps beside toys', state: 'active' },
  ])
  const offers = await one('SELECT offers FROM published_slot WHERE product_id = 1')
  expect(offers).not.toContain('Product/2')
  expect(offers).toContain('Product/3')
  expect(await readDrawn(simulator, app.url, SHOP, '/history')).toContain('it paused a rule that cost you buyers')
})

it('who makes it active again has decided', async () => {
  await put(cells)
  await publishInApp(simulator, app.url, SHOP)
  await choose(0.3, true)
  expect(await versions()).toHaveLength(3)
  expect(await one(`SELECT document->>'state' FROM rule WHERE id = 'cells'`)).toBe('active')
})

it('tells an order’s story to its own pages and to the block on Shopify’s', async () => {
  await rowsOf(`UPDATE "order" SET visit = 'a-mark', channel = 'web', processed_at = now() WHERE id = ${ORDER}`)
  await rowsOf(`UPDATE order_line SET sold_by = 'product-page/rule/cells' WHERE order_id = ${ORDER} AND product_id = 2`)
  for (const product of [2, 3])
    await rowsOf(
      `INSERT INTO offered (shop_id, visitor, epoch, product_id, sold_by, is_held_out, at)
       VALUES ('${SHOP}', 'a-mark', 3, ${product}, 'product-page/rule/${product === 2 ? 'cells' : 'lamps'}', false, now() - interval '1 hour')`,
    )
  const path = `/app/results/orders/${ORDER}/story`
  const { status, text } = await askApp(simulator, app.url, SHOP, path)
  expect(status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    order: ORDER,
    arm: { kind: 'shown', epoch: 3 },
    offers: [
      { title: 'Four cells', slot: { placement: 'product-page', author: { kind: 'rule', name: 'Batteries' } }, outcome: { kind: 'taken' } },
      { title: 'Lamp', outcome: { kind: 'passed-over' } },
    ],
    lines: expect.arrayContaining([
      expect.objectContaining({ title: 'Robot', origin: { kind: 'by-itself' } }),
      expect.objectContaining({ title: 'Four cells', origin: expect.objectContaining({ kind: 'sold', isNoted: true }) }),
    ]),
  })
  const page = await readDrawn(simulator, app.url, SHOP, `/results/orders/${ORDER}`)
  for (const words of ['Was shown offers', 'Four cells × 1', 'rule “Batteries”', 'Added from here', 'Not bought'])
    expect(page).toContain(words)
  expect(await readDrawn(simulator, app.url, SHOP, '/results/orders')).toContain('Four cells: sold from Product page')
})

it('answers a browser on Shopify’s domain, and nobody without a token', async () => {
  const address = `${app.url}/app/results/orders/${ORDER}/story`
  const asked = await fetch(address, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://extensions.shopifycdn.com',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  })
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  expect(asked.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization')
  const headers = { origin: 'https://extensions.shopifycdn.com', authorization: `Bearer ${simulator.sessionToken(SHOP)}` }
  const answer = await fetch(address, { headers })
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  const unknown = await fetch(address.replace(String(ORDER), '7999'), { headers })
  expect([unknown.status, unknown.headers.get('access-control-allow-origin')]).toEqual([404, '*'])
  const untold = await fetch(address, { headers: { ...headers, authorization: 'Bearer no.token.atall' } })
  expect([untold.status, untold.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
  const stranger = await fetch(address, { redirect: 'manual' })
  expect(stranger.status).not.toBe(200)
  expect(await stranger.text()).not.toContain('Four cells')
})
