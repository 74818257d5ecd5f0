import { beforeAll, expect, it } from 'vitest'
import { isHeldOut, saltOf, type MeasureNote } from '#app/slots/arm/arm.ts'
import { VISIT_ATTRIBUTE } from '#app/commerce/visit.ts'
import { NET_OF_ORDER } from '#app/signals/net-in-sql.ts'
import { markOfVisit } from '#app/signals/visit-mark.server.ts'
import { aRule, ofType } from '../a/rule.ts'
import { aCustomer, aProduct, aWorld } from '../a/world.ts'
import { askFor } from '../running/ask-for.ts'
import { publishInApp, putInApp, readDrawn } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'

const [TOY, CELLS] = [1, 2] as const
const products = [
  aProduct({ id: TOY, title: 'Robot', price: 4_000, productType: 'Toy' }),
  aProduct({ id: CELLS, title: 'Four cells', price: 500, productType: 'Batteries' }),
]
const ADA = 7
const world = aWorld({ products, customers: [aCustomer({ id: ADA })] })
const SHOP = world.facts.domain
/** Of visitors that a forger makes up. */
const FORGED = Number(process.env['FORGED_VISITORS'] ?? 2_000)
const { simulator, app, database, shop, quiet, rowsOf, send } = await aSyncedShop('ledger', world)

const note = () => JSON.parse(simulator.appMetafields(SHOP).find(({ key }) => key === 'measure')!.value) as MeasureNote
const visitOf = (nth: number) => (nth + 1).toString(16).padStart(32, '0')
const post = (body: object) => fetch(`${app.url}/events`, { method: 'POST', body: JSON.stringify(body) })
const reached = (visit: string, more: object = {}) => ({
  id: `r-${visit}`,
  kind: 'reached',
  visit,
  epoch: note().epoch,
  offers: [{ soldBy: 'product-page/rule/cells', product: CELLS }],
  ...more,
})
const tell = async (...events: object[]) => (await post({ token: shop.pixel!.settings['token'], visitor: 'a-browser', events })).status
const buy = (visit: string | undefined, variants: readonly number[], customerId: number | null = null) =>
  shop.placeOrder({
    customerId,
    lines: variants.map((product) => ({ variantId: shop.products.get(product)!.variants[0]!.id, quantity: 1, properties: {} })),
    attributes: visit ? { [VISIT_ATTRIBUTE]: visit } : {},
  })
/** Of everything, both arms together: how many there are, what they bought, and what of it was offered. */
const totals = async () => {
  await askFor(database, 'measure', SHOP)
  await quiet()
  const [row] = await rowsOf(`SELECT sum(sums[1])::int AS visitors, sum(sums[5])::int AS revenue, sum(sums[9])::int AS offered
    FROM measure_total WHERE scope = 'all'`)
  return row
}

beforeAll(async () => {
  await putInApp(simulator, app.url, SHOP, '/rules/cells', aRule({ id: 'cells', when: ofType('Toy'), where: ofType('Batteries') }))
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
})

it('lays what was bought to the arm that the browser is in, whatever the page said', async () => {
  expect(await tell(reached(visitOf(0)), reached(visitOf(1)))).toBe(204)
  buy(visitOf(0), [TOY, CELLS])
  expect(await totals()).toEqual({ visitors: 2, revenue: 4_500, offered: 500 })
  const { salt, share } = note()
  const arms = await rowsOf('SELECT visitor, is_held_out AS out FROM offered')
  for (const nth of [0, 1])
    expect(arms).toContainEqual({ visitor: markOfVisit(visitOf(nth)), out: isHeldOut(saltOf(salt, 'cross-sell'), visitOf(nth), share) })
})

it('counts what is told twice once, and nothing of another epoch or of a visit of another form', async () => {
  expect(await tell(reached(visitOf(0)))).toBe(204)
  expect(await tell(reached(visitOf(2), { epoch: 9 }))).toBe(204)
  expect(await tell(reached('Ada Lovelace'))).toBe(400)
  expect(await totals()).toEqual({ visitors: 2, revenue: 4_500, offered: 500 })
})

it('follows refunds, edits and cancellations', async () => {
  const order = buy(visitOf(1), [TOY, CELLS])
  expect(await totals()).toEqual({ visitors: 2, revenue: 9_000, offered: 1_000 })
  shop.refund(order.id, { lines: { [order.lines[1]!.id]: 1 }, beyond: 100 })
  expect(await totals()).toEqual({ visitors: 2, revenue: 8_400, offered: 500 })
  // The nightly queries say the same of an order.
  expect(
    await rowsOf(`SELECT ${NET_OF_ORDER}::int AS net FROM "order" JOIN order_line AS line ON line.shop_id = "order".shop_id
      AND line.order_id = "order".id WHERE "order".id = ${order.id} GROUP BY "order".shop_id, "order".id`),
  ).toEqual([{ net: 3_900 }])
  shop.cancelOrder(order.id)
  expect(await totals()).toEqual({ visitors: 2, revenue: 4_500, offered: 500 })
})

it('keeps an order without a visit apart, by channel', async () => {
  buy(undefined, [TOY])
  expect(await totals()).toEqual({ visitors: 2, revenue: 4_500, offered: 500 })
  expect(await readDrawn(simulator, app.url, SHOP, '/results')).toContain('Orders by channel')
})

it('forgets a customer’s browser, and keeps the sums', async () => {
  await tell(reached(visitOf(5)))
  const order = buy(visitOf(5), [CELLS], ADA)
  const before = await totals()
  expect(before).toEqual({ visitors: 3, revenue: 5_000, offered: 1_000 })
  await send('customers/redact', { customer: { id: ADA }, orders_to_redact: [order.id] })
  await quiet()
  expect(await totals()).toEqual(before)
  const mark = markOfVisit(visitOf(5))
  const left = await rowsOf(`SELECT 'offered' AS place FROM offered WHERE visitor = '${mark}'
    UNION ALL SELECT 'measured' FROM measured_visitor WHERE visitor = '${mark}' UNION ALL SELECT 'order' FROM "order" WHERE visit = '${mark}'`)
  expect(left).toEqual([])
})

it('keeps for 90 days what browsers came by, and the sums for good', async () => {
  const before = await totals()
  await rowsOf(`UPDATE offered SET at = at - interval '91 days' WHERE visitor = '${markOfVisit(visitOf(0))}'`)
  await askFor(database, 'retain', SHOP)
  // Counted before it is gone, the browser would have come by long before it bought.
  await quiet()
  expect(await totals()).toEqual(before)
  const left = await rowsOf('SELECT DISTINCT visitor FROM offered UNION SELECT DISTINCT visitor FROM measured_visitor')
  const marks = left.map(({ visitor }) => visitor)
  expect(marks).toContain(markOfVisit(visitOf(1)))
  expect(marks).not.toContain(markOfVisit(visitOf(0)))
})

it('lets a forger change no sum of money, and says that visitors seem to be made up', async () => {
  const { revenue, offered } = (await totals())!
  await rowsOf(`INSERT INTO measure_day SELECT shop_id, epoch, is_held_out, day - nth, sums FROM measure_day, generate_series(1, 4) AS nth`)
  // As if they had come from everywhere, within every bound.
  await rowsOf(`INSERT INTO offered (shop_id, visitor, epoch, product_id, sold_by, is_held_out)
    SELECT '${SHOP}', 'forged-' || nth, 1, ${CELLS}, 'product-page/rule/cells', nth % 10 = 0 FROM generate_series(1, ${FORGED}) AS nth`)
  await rowsOf(`INSERT INTO measure_due SELECT '${SHOP}', 'forged-' || nth FROM generate_series(1, ${FORGED}) AS nth`)
  expect(await totals()).toEqual({ visitors: 3 + FORGED, revenue, offered })
  expect(await readDrawn(simulator, app.url, SHOP, '/results')).toContain('some visitors seem to be made up')
})

it('counts later who comes while others are counted', async () => {
  const before = (await totals())!
  const visit = visitOf(50)
  expect(await tell(reached(visit))).toBe(204)
  const comes = (when: string) => rowsOf(`UPDATE offered SET at = now() ${when} WHERE visitor = '${markOfVisit(visit)}' RETURNING visitor`)
  expect(await comes(`+ interval '1 hour'`)).toHaveLength(1)
  expect((await totals())!['visitors']).toBe(before['visitors'])
  expect(await rowsOf('SELECT visitor FROM measure_due')).toEqual([{ visitor: markOfVisit(visit) }])
  await comes(`- interval '1 minute'`)
  expect((await totals())!['visitors']).toBe(Number(before['visitors']) + 1)
})
