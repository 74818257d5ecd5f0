import { requestAgain } from '#app/inbox/request-again.server.ts'
import { fetchOwners } from '#app/ingest/fetch-owners.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import type { Installation } from '#app/shopify/installation.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { ordersByTime, ordersOf } from '#app/signals/orders-by-time.server.ts'
import { firstRetainedDay } from '#app/signals/retention.ts'

/** Orders asked about in one night: 40 asks, some 20,000 of Shopify's points. */
const MOST = 10_000
/** Shopify shows an app 60 days of orders without `read_all_orders`; what it does not show is not gone. */
const SHOWN_DAYS = 59
const DAY = 24 * 60 * 60_000

/**
 * Looks for what no webhook told and no export shows: orders that were deleted, and customers that were merged with others.
 * Asks about 10,000 orders a night at most; in a shop with more, about each once in as many nights as that takes. What is
 * found waits in the inbox as if Shopify had told it. `now` in milliseconds. Returns how many orders that are.
 */
export async function findMissedOrders({ shop, scopes }: Installation, admin: AdminApi, now: number, signal: AbortSignal): Promise<number> {
  const shown = new Date(now - SHOWN_DAYS * DAY).toISOString().slice(0, 10)
  const madeSince = scopes.includes('read_all_orders') ? firstRetainedDay(new Date(now)) : shown
  const held = await ordersByTime(shop, madeSince, Math.floor(now / DAY), MOST)
  const owners = await fetchOwners(
    admin,
    held.map(({ id }) => id),
    scopes,
    signal,
  )
  const gone = held.flatMap(({ id }) => (owners.has(id) ? [] : [id]))
  // Whose an order is that we hold by nobody, we may not be allowed to know.
  const former = held.flatMap(({ id, customerId }) =>
    customerId !== null && owners.has(id) && owners.get(id) !== customerId ? [customerId] : [],
  )
  const moved = (await ordersOf(shop, [...new Set(former)])).filter((id) => !gone.includes(id))
  if (gone.length + moved.length > 0)
    await inTransaction(async (client) => {
      await requestAgain(client, shop, { orders: moved, ordersGone: gone })
      await enqueueWith(client, 'apply', shop)
    })
  return gone.length + moved.length
}
