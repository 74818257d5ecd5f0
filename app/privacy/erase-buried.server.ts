import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import type { Payload } from '#app/inbox/allowed-fields.ts'
import type { StoredDelivery } from '#app/inbox/inbox.server.ts'
import { buriedAmong } from '#app/ingest/tombstones.server.ts'
import { ERASED } from './erase-deliveries.server.ts'

/** Erases what was just applied and names somebody who is buried: it had no effect, and must not be kept either. */
export async function eraseBuried(client: PoolClient, shop: ShopId, applied: readonly StoredDelivery[]): Promise<void> {
  const named = applied.map((delivery) => ({ delivery, ...idsIn(delivery.kept) }))
  const orders = await buriedAmong(client, shop, 'order', [...new Set(named.flatMap((one) => one.orders))])
  const customers = await buriedAmong(client, shop, 'customer', [...new Set(named.flatMap((one) => one.customers))])
  const buried = named.filter((one) => one.orders.some((id) => orders.has(id)) || one.customers.some((id) => customers.has(id)))
  if (buried.length === 0) return
  await client.query(
    `UPDATE delivery SET kept = $4 FROM unnest($2::text[], $3::text[]) AS buried (topic, webhook_id)
     WHERE delivery.shop_id = $1 AND delivery.topic = buried.topic AND delivery.webhook_id = buried.webhook_id`,
    [shop, buried.map(({ delivery }) => delivery.topic), buried.map(({ delivery }) => delivery.webhookId), ERASED],
  )
}

function idsIn(kept: Payload): { readonly orders: readonly OrderId[]; readonly customers: readonly CustomerId[] } {
  switch (kept.kind) {
    case 'order':
      return { orders: [kept.order.id], customers: kept.order.customerId === null ? [] : [kept.order.customerId] }
    case 'order-named':
    case 'order-deleted':
      return { orders: [kept.id], customers: [] }
    case 'data-request':
    case 'redact-customer':
      return { orders: kept.orders, customers: kept.customerId === null ? [] : [kept.customerId] }
    case 'merge':
      return { orders: [], customers: [kept.keptId, kept.goneId] }
    case 'product':
    case 'collection':
    case 'inventory-item':
    case 'scopes':
    case 'uninstalled':
    case 'redact-shop':
      return { orders: [], customers: [] }
  }
}
