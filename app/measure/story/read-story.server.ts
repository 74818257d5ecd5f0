import type { OrderId, ShopId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'
import { pool } from '#app/platform/db.server.ts'
import { findOrders, latestOrders } from '#app/signals/find-orders.server.ts'
import { readMeasurement } from '../arms/measurement.server.ts'
import { readOffered } from '../ledger/ledger-store.server.ts'
import { isOffer } from '../ledger/scopes-of.ts'
import { storyOf, type Story } from './story-of.ts'

/** The story of one order; undefined where the shop has none of that id. */
export async function readStory(shop: ShopId, id: OrderId, now: Date): Promise<Story | undefined> {
  const [story] = await storiesOf(shop, await findOrders(pool, shop, [id]), now)
  return story
}

/** The stories of the orders that were made last, the latest first, `most` of them at the most. */
export async function latestStories(shop: ShopId, most: number, now: Date): Promise<Story[]> {
  return storiesOf(shop, await latestOrders(pool, shop, most), now)
}

async function storiesOf(shop: ShopId, orders: readonly Order[], now: Date): Promise<Story[]> {
  const visits = orders.flatMap(({ visit }) => (visit === null ? [] : [visit]))
  const [measurement, offered] = await Promise.all([readMeasurement(shop), readOffered(pool, shop, visits, now)])
  return orders.map((order) =>
    storyOf({
      order,
      offered: (offered.get(order.visit ?? '') ?? []).filter(isOffer),
      startedAt: measurement?.startedAt,
      now: now.getTime(),
    }),
  )
}
