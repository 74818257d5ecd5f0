import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { DealsWrite } from './deals-plan.ts'
import type { KeptNode, OtherDiscount } from './discount-plan.ts'

/** The deals that we last wrote beside products, as JSON. */
export async function readDealsWritten(shop: ShopId): Promise<Map<ProductId, string>> {
  const { rows } = await pool.query<{ product_id: ProductId; value: string }>(
    'SELECT product_id, value FROM published_deals WHERE shop_id = $1',
    [shop],
  )
  return new Map(rows.map(({ product_id, value }) => [product_id, value]))
}

export async function noteDealsWritten(shop: ShopId, written: readonly DealsWrite[]): Promise<void> {
  await pool.query(
    `INSERT INTO published_deals (shop_id, product_id, value)
     SELECT $1, written.* FROM unnest($2::bigint[], $3::text[]) AS written
     ON CONFLICT (shop_id, product_id) DO UPDATE SET value = excluded.value`,
    [shop, written.map(({ product }) => product), written.map(({ value }) => value)],
  )
}

export async function forgetDeals(shop: ShopId, products: readonly ProductId[]): Promise<void> {
  await pool.query('DELETE FROM published_deals WHERE shop_id = $1 AND product_id = ANY ($2::bigint[])', [shop, products])
}

/** Our discounts in the shop, and those that Shopify refused. */
export async function readNodes(shop: ShopId): Promise<KeptNode[]> {
  const { rows } = await pool.query<KeptNode>('SELECT key, gid, written, refused FROM discount_node WHERE shop_id = $1', [shop])
  return rows
}

export async function noteNode(shop: ShopId, { key, gid, written, refused }: KeptNode): Promise<void> {
  await pool.query(
    `INSERT INTO discount_node (shop_id, key, gid, written, refused) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (shop_id, key) DO UPDATE SET gid = excluded.gid, written = excluded.written, refused = excluded.refused`,
    [shop, key, gid, written, refused],
  )
}

export async function forgetNode(shop: ShopId, key: string): Promise<void> {
  await pool.query('DELETE FROM discount_node WHERE shop_id = $1 AND key = $2', [shop, key])
}

/** How discounts are made here: by our function, or, where Shopify lets this app run none, by Shopify's own kinds. */
export type DiscountMode = 'function' | 'native'

export interface DiscountsKnown {
  readonly mode: DiscountMode
  readonly others: readonly OtherDiscount[]
  readonly readAt: Date
}

export async function readDiscountState(shop: ShopId): Promise<DiscountsKnown | undefined> {
  const { rows } = await pool.query<DiscountsKnown>('SELECT mode, others, read_at AS "readAt" FROM discount_state WHERE shop_id = $1', [
    shop,
  ])
  return rows[0]
}

/** `readAt` stays the moment from which on the mode is known, so that it is tried again some day. */
export async function noteDiscountState(shop: ShopId, { mode, others, readAt }: DiscountsKnown): Promise<void> {
  await pool.query(
    `INSERT INTO discount_state (shop_id, mode, others, read_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (shop_id) DO UPDATE SET mode = excluded.mode, others = excluded.others, read_at = excluded.read_at`,
    [shop, mode, JSON.stringify(others), readAt],
  )
}
