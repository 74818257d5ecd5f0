import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import { eraseDeliveries } from './erase-deliveries.server.ts'
import type { StoredDelivery } from './inbox.server.ts'
import type { Kept } from './keep-allowed.ts'
import { buriedAmong } from './tombstones.server.ts'

/** Erases what was just applied and names somebody who is buried: it had no effect, and must not be kept either. */
export async function eraseBuried(client: PoolClient, shop: ShopId, applied: readonly StoredDelivery[]): Promise<void> {
  const named = applied.map(({ kept }) => idsIn(kept))
  const orders = await buriedAmong(client, shop, 'order', [...new Set(named.flatMap((ids) => ids.orders))])
  const customers = await buriedAmong(client, shop, 'customer', [...new Set(named.flatMap((ids) => ids.customers))])
  if (orders.size + customers.size > 0) await eraseDeliveries(client, shop, [...customers], [...orders])
}

function idsIn(kept: Kept): { readonly orders: readonly OrderId[]; readonly customers: readonly CustomerId[] } {
  switch (kept.kind) {
    case 'order':
      return { orders: [kept.order.id], customers: kept.order.customerId === null ? [] : [kept.order.customerId] }
    case 'order-named':
    case 'order-deleted':
      return { orders: [kept.id], customers: [] }
    case 'merge':
      return { orders: [], customers: [kept.keptId, kept.goneId] }
    default:
      return { orders: [], customers: [] }
  }
}
