import { expect } from 'vitest'
import type { Order, Product } from '../../simulator/shop.ts'
import type { ShopState } from '../../simulator/state/shop-state.ts'
import { expectDeliveriesDone, expectNobodyRedactedIsLeft, expectNothingOfOthers } from './expect-rows.ts'
import type { AppInProcess } from './in-one-process.ts'
import type { Remembered } from './remembered.ts'
import { expectPublished, offersStanding } from './what-must-stand.ts'

/** What must hold of a shop once nothing is under way any more, told from the shop's true state alone. */
export async function expectAllHolds(app: AppInProcess, shop: Remembered): Promise<void> {
  const { domain } = shop
  const state = app.simulator.shops.get(domain)!
  const rows = async (sql: string) =>
    (await app.database.query<{ row: unknown }>(`SELECT row_to_json(t) AS row FROM (${sql}) t`, [domain])).rows.map(({ row }) => row)

  await expectNothingOfOthers(app, shop)
  await expectNobodyRedactedIsLeft(app, shop)
  // Nobody told the app that it was removed: it finds out when it next asks for something, and rests.
  if (shop.leftUnheard && !app.simulator.installations.get(domain)!.installed) return
  await expectDeliveriesDone(app, shop, rows)
  if (!app.simulator.installations.get(domain)!.installed) {
    expect(await rows('SELECT id FROM session WHERE shop = $1')).toEqual([])
    expect(await rows('SELECT product_id FROM published_slot WHERE shop_id = $1')).toEqual([])
    expect(offersStanding(state)).toEqual(new Map())
    return
  }
  expect(await rows('SELECT id, type, status, published_at IS NOT NULL AS published FROM product WHERE shop_id = $1 ORDER BY id')).toEqual(
    [...state.products.values()].map(productRow).toSorted((a, b) => a.id - b.id),
  )
  expect(
    await rows('SELECT collection_id AS collection, product_id AS product FROM collection_member WHERE shop_id = $1 ORDER BY 1, 2'),
  ).toEqual(
    [...state.collections.values()]
      .flatMap(({ id, productIds }) => productIds.map((product) => ({ collection: id, product })))
      .toSorted((a, b) => a.collection - b.collection || a.product - b.product),
  )
  const orders = [...state.orders.values()].filter(({ id }) => !shop.redactedOrders.has(id)).toSorted((a, b) => a.id - b.id)
  const isUnheard = (row: unknown) => shop.unheardDeletions.has((row as { readonly id: number }).id)
  const held = await rows(
    `SELECT id, customer_id AS customer, floor(extract(epoch FROM updated_at)) AS updated, cancelled_at IS NOT NULL AS cancelled,
         (SELECT json_agg(json_build_array(line.id, line.product_id, line.quantity, line.current_quantity, line.unit_price) ORDER BY line.id)
          FROM order_line AS line WHERE line.shop_id = $1 AND line.order_id = "order".id) AS lines
       FROM "order" WHERE shop_id = $1 ORDER BY id`,
  )
  const ids = new Set(held.map((row) => (row as { readonly id: number }).id))
  for (const id of shop.unheardDeletions.keys()) if (!ids.has(id)) shop.unheardDeletions.delete(id)
  expect(held.filter((row) => !isUnheard(row))).toEqual(orders.map((order) => orderRow(order, state, shop)))
  expect(
    await rows(
      'SELECT order_id FROM order_line AS line WHERE shop_id = $1 AND NOT EXISTS (SELECT FROM "order" WHERE shop_id = $1 AND id = line.order_id)',
    ),
  ).toEqual([])
  expectPublished(state, shop)
}

const productRow = ({ id, productType, status, publishedAt }: Product) => ({
  id,
  type: productType,
  status: status.toLowerCase(),
  published: publishedAt !== null,
})

function orderRow(order: Order, state: ShopState, shop: Remembered) {
  return {
    id: order.id,
    customer: customerOf(order, shop),
    updated: Math.floor(Date.parse(order.updatedAt) / 1000),
    cancelled: order.cancelledAt !== null,
    lines: order.lines
      .map(
        (line) =>
          [
            line.id,
            state.products.has(line.productId) ? line.productId : expect.toBeOneOf([line.productId, null]),
            line.quantity,
            line.currentQuantity,
            line.price,
          ] as unknown[],
      )
      .toSorted((a, b) => Number(a[0]) - Number(b[0])),
  }
}

/** Whose an order is; where the app was never told of a merger, whoever it was before will do. */
function customerOf({ customerId }: Order, { redactedCustomers, unheardMerges }: Remembered): unknown {
  if (customerId === null || redactedCustomers.has(customerId)) return null
  const before = new Set([customerId])
  for (const [gone, kept] of [...unheardMerges].reverse()) if (before.has(kept)) before.add(gone)
  return before.size === 1 ? customerId : expect.toBeOneOf([...before])
}
