import type { OrderId, ProductId, ShopId } from '#app/commerce/ids.ts'
import { markOfVisitor } from '#app/ingest/fingerprint.server.ts'
import { buriedAmong } from '#app/ingest/tombstones.server.ts'
import { pool } from '#app/platform/db.server.ts'
import type { EventBatch, PageReached, StorefrontEvent } from './read-events.ts'

/** What one browser may tell in a day and a night: more than any shopper sees. What comes beyond is dropped, but for what comes with the last. */
export const MOST_A_DAY = 500

/** What befell an offer, or that an order was made. */
export type OfferEvent = Exclude<StorefrontEvent, PageReached>

export interface ReceivedEvents extends Pick<EventBatch, 'visitor'> {
  readonly shop: ShopId
  readonly events: readonly OfferEvent[]
}

/**
 * Stores what pixels have told, in one statement: an event that was stored before counts once, and what is told for a shop that we
 * do not work for, of an order that was forgotten, or of a visitor who has told too much already, is dropped. Resolves to true once
 * it is durable.
 */
export async function storeEvents(batches: readonly ReceivedEvents[]): Promise<true[]> {
  const rows = (await Promise.all(batches.map(rowsOf))).flat()
  const column = <Name extends keyof Row>(name: Name) => rows.map((row) => row[name])
  await pool.query(
    `INSERT INTO storefront_event (shop_id, id, kind, visitor, sold_by, product_id, order_id)
     SELECT shop.id, told.id, told.kind, told.visitor, told.sold_by, told.product_id, told.order_id
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
       AS told (shop_id, id, kind, visitor, sold_by, product_id, order_id)
     JOIN shop ON shop.id = told.shop_id AND shop.uninstalled_at IS NULL
     WHERE (SELECT count(*) FROM storefront_event earlier WHERE earlier.shop_id = told.shop_id AND earlier.visitor = told.visitor
       AND earlier.received_at > now() - interval '1 day') < $8
     ON CONFLICT DO NOTHING`,
    [column('shop'), column('id'), column('kind'), column('visitor'), column('soldBy'), column('product'), column('order'), MOST_A_DAY],
  )
  return batches.map(() => true)
}

interface Row {
  readonly shop: ShopId
  readonly id: string
  readonly kind: OfferEvent['kind']
  readonly visitor: string
  readonly soldBy: string | null
  readonly product: ProductId | null
  readonly order: OrderId | null
}

async function rowsOf({ shop, visitor, events }: ReceivedEvents): Promise<Row[]> {
  const mark = markOfVisitor(shop, visitor)
  const orders = events.flatMap((event) => (event.kind === 'ordered' ? [event.order] : []))
  const buried = orders.length > 0 ? await buriedAmong(pool, shop, 'order', orders) : new Set<OrderId>()
  return events.flatMap((event): Row[] => {
    const { id, kind } = event
    if (event.kind !== 'ordered') return [{ shop, visitor: mark, id, kind, soldBy: event.soldBy, product: event.product, order: null }]
    return buried.has(event.order) ? [] : [{ shop, visitor: mark, id, kind, soldBy: null, product: null, order: event.order }]
  })
}
