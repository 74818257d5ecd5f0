import type { PoolClient } from 'pg'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'

/** A customer's wish to know what is held about them, as Shopify passed it on. */
export interface DataRequest {
  readonly id: string
  readonly customerId: CustomerId | null
  readonly askedAt: string
  readonly answeredAt: string | null
  /** How many orders we hold for it now. */
  readonly orders: number
}

/** One line of what is held, without anything that we do not store. */
export interface HeldLine {
  readonly order: OrderId
  readonly orderedAt: string
  readonly customer: CustomerId | null
  /** Null where the product has left the catalogue. */
  readonly product: string | null
  readonly quantity: number
  /** Minor units of the shop's currency, before discounts. */
  readonly unitPrice: number
  /** What came off all of the quantity. */
  readonly discount: number
}

interface Asked {
  readonly id: string | null
  readonly customerId: CustomerId | null
  readonly orders: readonly OrderId[]
}

/** Writes a request down; the same one twice stands once. `fallbackId` names it where Shopify did not. */
export async function recordRequest(client: PoolClient, shop: ShopId, asked: Asked, fallbackId: string): Promise<void> {
  await client.query(
    `INSERT INTO data_request (shop_id, id, customer_id, orders, asked_at) VALUES ($1, $2, $3, $4, now()) ON CONFLICT DO NOTHING`,
    [shop, asked.id ?? fallbackId, asked.customerId, asked.orders],
  )
}

const IS_ASKED_FOR = `"order".shop_id = request.shop_id AND ("order".customer_id = request.customer_id OR "order".id = ANY (request.orders))`

/** The shop's requests: those without an answer first, then the latest. */
export async function listRequests(shop: ShopId): Promise<DataRequest[]> {
  const { rows } = await pool.query<Omit<DataRequest, 'askedAt' | 'answeredAt'> & { askedAt: Date; answeredAt: Date | null }>(
    `SELECT id, customer_id AS "customerId", asked_at AS "askedAt", answered_at AS "answeredAt",
            (SELECT count(*) FROM "order" WHERE ${IS_ASKED_FOR}) AS orders
     FROM data_request AS request WHERE shop_id = $1 ORDER BY answered_at IS NOT NULL, asked_at DESC, id`,
    [shop],
  )
  return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString(), answeredAt: row.answeredAt?.toISOString() ?? null }))
}

/** Everything that we hold about the customer behind a request, oldest first; undefined where there is no such request. */
export async function heldFor(shop: ShopId, id: string): Promise<HeldLine[] | undefined> {
  const { rowCount } = await pool.query('SELECT FROM data_request WHERE shop_id = $1 AND id = $2', [shop, id])
  if (rowCount === 0) return undefined
  const { rows } = await pool.query<Omit<HeldLine, 'orderedAt'> & { orderedAt: Date }>(
    `SELECT "order".id AS order, "order".processed_at AS "orderedAt", "order".customer_id AS customer, product.title AS product,
            line.quantity, line.unit_price AS "unitPrice", line.discount
     FROM data_request AS request JOIN "order" ON ${IS_ASKED_FOR}
     JOIN order_line AS line ON line.shop_id = "order".shop_id AND line.order_id = "order".id
     LEFT JOIN product ON product.shop_id = line.shop_id AND product.id = line.product_id
     WHERE request.shop_id = $1 AND request.id = $2 ORDER BY "order".processed_at, "order".id, line.id`,
    [shop, id],
  )
  return rows.map((row) => ({ ...row, orderedAt: row.orderedAt.toISOString() }))
}

/** Marks a request as answered. False where there is no such request; answering twice keeps the first moment. */
export async function markAnswered(shop: ShopId, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE data_request SET answered_at = coalesce(answered_at, now()) WHERE shop_id = $1 AND id = $2',
    [shop, id],
  )
  return rowCount === 1
}
