import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { peopleIn } from '#app/inbox/allowed-fields.ts'
import type { StoredDelivery } from '#app/inbox/inbox.server.ts'
import { buriedAmong } from '#app/ingest/tombstones.server.ts'
import { ERASED } from './erase-deliveries.server.ts'

/** Erases what was just applied and names somebody who is buried: it had no effect, and must not be kept either. */
export async function eraseBuried(client: PoolClient, shop: ShopId, applied: readonly StoredDelivery[]): Promise<void> {
  const named = applied.map((delivery) => ({ delivery, ...peopleIn(delivery.kept) }))
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
