import { describe, expect, it } from 'vitest'
import { OPTIONAL_TOPICS } from '#app/shopify/optional-topics.ts'
import { deliver } from '../../running/deliver.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { twoDaysLater } from '../../running/two-days-later.ts'
import { expectCatalogHeld } from '../../running/what-is-held.ts'
import { writtenInTables } from '../../running/what-is-written.ts'
import { LATE } from './late-bodies.ts'
import { ANOTHERS, NAMED, neighbours, NOT_NAMED, ours, PERSON, SOMEBODY_ELSE, THEIR_FORMER_NUMBER } from './subjects.ts'

const HOUR = 60 * 60 * 1000
const OURS = ours.facts.domain
const { simulator, app, database, shop, quiet, send, rowsOf, one } = await aSyncedShop('after-a-redaction', ours, neighbours)

/** All that the app ever hears of: what its configuration names, and what it subscribes to itself. */
const TOPICS = [
  ...simulator.installations.get(OURS)!.app.subscriptions.flatMap(({ topics }) => topics),
  ...OPTIONAL_TOPICS.map(({ topic }) => topic),
]

/** Each body as of long before, and as of later than anything; Shopify was to send all of them hours ago. */
async function deliverLate(topic: string): Promise<void> {
  for (const at of [Date.now() - 240 * HOUR, Date.now() + HOUR])
    for (const body of LATE[topic]!(new Date(at).toISOString()))
      expect(await deliver(app.url, OURS, topic, body, undefined, new Date(Date.now() - 3 * HOUR))).toBe(200)
  await quiet()
}

const tablesWith = async (...texts: readonly (string | number)[]) =>
  [...(await writtenInTables(database))].filter(([, text]) => texts.some((one) => text.includes(String(one)))).map(([table]) => table)
const ordersHeld = async () =>
  (await rowsOf(`SELECT id::float8, customer_id::float8 AS customer FROM "order" WHERE shop_id = '${OURS}' ORDER BY id`)).map(
    ({ id, customer }) => [id, customer],
  )
const unsettled = () => one('SELECT count(*) FROM delivery WHERE applied_at IS NULL OR failure IS NOT NULL')

it('has a case for every topic', () => {
  expect(Object.keys(LATE).sort()).toEqual(TOPICS.toSorted())
})

describe('what waits when a customer is forgotten', () => {
  it('is applied where somebody else would be harmed, and says nothing of them afterwards', async () => {
    await app.stop('worker')
    const update = LATE['orders/updated']!(new Date().toISOString())
    for (const body of update) expect(await send('orders/updated', body)).toBe(200)
    const former = shop.placeOrder({
      customerId: THEIR_FORMER_NUMBER,
      lines: [{ variantId: 31, quantity: 1, properties: {} }],
      attributes: {},
    })
    shop.mergeCustomers(PERSON, THEIR_FORMER_NUMBER)
    const [request] = LATE['customers/data_request']!('')
    expect(await send('customers/data_request', request)).toBe(200)
    expect(await send('customers/redact', { customer: { id: PERSON }, orders_to_redact: [NAMED[0]] })).toBe(200)
    expect(await send('customers/redact', { customer: { id: PERSON }, orders_to_redact: NAMED })).toBe(200)
    await app.replace('worker')
    await quiet()
    expect(await unsettled()).toBe('0')
    expect(await ordersHeld()).toEqual([
      [NOT_NAMED, null],
      [ANOTHERS, SOMEBODY_ELSE],
      [former.id, null],
    ])
    expect(await tablesWith(PERSON, THEIR_FORMER_NUMBER, ...NAMED)).toEqual([])
    shop.deleteOrder(former.id)
    await quiet()
  })
})

describe('after a customer was forgotten', () => {
  it.each(TOPICS.filter((topic) => topic !== 'shop/redact'))(
    'a late %s brings nothing of them back, and harms nobody else',
    async (topic) => {
      await deliverLate(topic)
      expect(await unsettled()).toBe('0')
      expect(await tablesWith(PERSON, ...NAMED)).toEqual([])
      expect(await ordersHeld()).toEqual([
        [NOT_NAMED, null],
        [ANOTHERS, SOMEBODY_ELSE],
      ])
      await expectCatalogHeld(database, shop)
      expect(await one(`SELECT uninstalled_at IS NULL FROM shop WHERE id = '${OURS}'`)).toBe(true)
    },
  )

  it('the merchant still hears that somebody asked, and for what of others', async () => {
    expect(await rowsOf('SELECT id, customer_id, orders::text FROM data_request')).toEqual([
      { id: '501', customer_id: null, orders: `{${ANOTHERS}}` },
    ])
  })
})

describe('after a shop was forgotten', () => {
  async function expectGone(): Promise<void> {
    expect(await tablesWith(OURS)).toEqual([])
    const { domain } = neighbours.facts
    expect(await one(`SELECT count(*) FROM "order" WHERE shop_id = '${domain}' AND customer_id = 9`)).toBe('1')
    expect(await one(`SELECT count(*) FROM product WHERE shop_id = '${domain}'`)).toBe('3')
  }

  it('no row names it', async () => {
    simulator.uninstall(OURS)
    await quiet()
    await twoDaysLater(database)
    expect(await send('shop/redact', {})).toBe(200)
    await quiet()
    await expectGone()
  })

  it.each(TOPICS)('a late %s leaves no row that does', async (topic) => {
    await deliverLate(topic)
    await expectGone()
  })
})
