import type { ShopId } from '#app/commerce/ids.ts'
import type { OtherDiscount } from '#app/offers/other-discount.ts'
import { pool } from '#app/platform/db.server.ts'
import type { StoredNode } from './discount-plan.ts'

/** Our discounts in the shop, and those that Shopify refused. */
export async function readNodes(shop: ShopId): Promise<StoredNode[]> {
  const { rows } = await pool.query<StoredNode>(
    'SELECT key, gid, written, refused, is_off AS "isOff" FROM discount_node WHERE shop_id = $1',
    [shop],
  )
  return rows
}

/** One that was just made or changed is not switched off. */
export async function recordNode(shop: ShopId, { key, gid, written, refused }: Omit<StoredNode, 'isOff'>): Promise<void> {
  await pool.query(
    `INSERT INTO discount_node (shop_id, key, gid, written, refused) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (shop_id, key) DO UPDATE
       SET gid = excluded.gid, written = excluded.written, refused = excluded.refused, is_off = false`,
    [shop, key, gid, written, refused],
  )
}

/** Remembers which of our discounts somebody has switched off in Shopify: these, by their global ids, and no others. */
export async function recordSwitchedOff(shop: ShopId, gids: readonly string[]): Promise<void> {
  await pool.query('UPDATE discount_node SET is_off = coalesce(gid = ANY ($2::text[]), false) WHERE shop_id = $1', [shop, gids])
}

export async function forgetNode(shop: ShopId, key: string): Promise<void> {
  await pool.query('DELETE FROM discount_node WHERE shop_id = $1 AND key = $2', [shop, key])
}

/** How discounts are made here: by our function, or, where Shopify lets this app run none, by Shopify's own kinds. */
export type DiscountMode = 'function' | 'native'

export interface DiscountsKnown {
  /** Null until a discount was made. */
  readonly mode: DiscountMode | null
  readonly others: readonly OtherDiscount[]
  /** From when on the mode is known, so that it is tried again some day. */
  readonly readAt: Date
  /** When Shopify last listed its discounts; null where the next publishing must have them listed. */
  readonly listedAt: Date | null
}

export async function readDiscountState(shop: ShopId): Promise<DiscountsKnown | undefined> {
  const { rows } = await pool.query<DiscountsKnown>(
    'SELECT mode, others, read_at AS "readAt", listed_at AS "listedAt" FROM discount_state WHERE shop_id = $1',
    [shop],
  )
  return rows[0]
}

/** The shop's own automatic discounts, as they last were listed. */
export async function readOtherDiscounts(shop: ShopId): Promise<readonly OtherDiscount[]> {
  return (await readDiscountState(shop))?.others ?? []
}

export async function recordDiscountState(shop: ShopId, { mode, others, readAt, listedAt }: DiscountsKnown): Promise<void> {
  await pool.query(
    `INSERT INTO discount_state (shop_id, mode, others, read_at, listed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (shop_id) DO UPDATE
       SET mode = excluded.mode, others = excluded.others, read_at = excluded.read_at, listed_at = excluded.listed_at`,
    [shop, mode, JSON.stringify(others), readAt, listedAt],
  )
}
