import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Intent } from './standard-lists.ts'
import type { Change, StoredList } from './standard-plan.ts'

/** Names one of Shopify's own lists. */
export interface ListName {
  readonly intent: Intent
  readonly product: ProductId
}

export type NamedList = ListName & StoredList

/** What is known of the lists to which we write, or once did; of the given products only where some are given. */
export async function readLists(shop: ShopId, products: readonly ProductId[] | null): Promise<NamedList[]> {
  const { rows } = await pool.query<NamedList>(
    `SELECT intent, product_id AS product, before, written, writing, digest, is_left AS "isLeft", refused FROM standard_list
     WHERE shop_id = $1 AND ($2::bigint[] IS NULL OR product_id = ANY ($2))`,
    [shop, products],
  )
  return rows
}

/** Notes what is about to be written, so that it is known for ours should nobody live to hear that it was. */
export async function recordWriting(shop: ShopId, pending: readonly (ListName & Change)[]): Promise<void> {
  await pool.query(
    `INSERT INTO standard_list (shop_id, intent, product_id, before, written, digest, writing)
     SELECT $1, pending.* FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[]) AS pending
     ON CONFLICT (shop_id, intent, product_id) DO UPDATE
       SET before = excluded.before, written = excluded.written, digest = excluded.digest, writing = excluded.writing, refused = NULL`,
    [
      shop,
      ...named(pending),
      pending.map(({ before }) => before),
      pending.map(({ ours }) => ours),
      pending.map(({ digest }) => digest),
      pending.map(({ value }) => value ?? ''),
    ],
  )
}

export type Written = ListName & { readonly before: string | null; readonly value: string; readonly digest: string | null }

/** Remembers what now stands in the shop as ours. */
export async function recordWritten(shop: ShopId, written: readonly Written[]): Promise<void> {
  await pool.query(
    `INSERT INTO standard_list (shop_id, intent, product_id, before, written, digest)
     SELECT $1, written.* FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[]) AS written
     ON CONFLICT (shop_id, intent, product_id) DO UPDATE
       SET before = excluded.before, written = excluded.written, digest = excluded.digest, writing = NULL, refused = NULL`,
    [shop, ...named(written), written.map((one) => one.before), written.map((one) => one.value), written.map((one) => one.digest)],
  )
}

export async function recordRefused(shop: ShopId, refused: readonly (ListName & { readonly why: string })[]): Promise<void> {
  await pool.query(
    `UPDATE standard_list SET refused = told.why FROM unnest($2::text[], $3::bigint[], $4::text[]) AS told (intent, product_id, why)
     WHERE shop_id = $1 AND standard_list.intent = told.intent AND standard_list.product_id = told.product_id`,
    [shop, ...named(refused), refused.map(({ why }) => why)],
  )
}

/** Somebody has edited them: they are no longer ours. Where we have written anew since they were known to be so, nobody knows. */
export async function recordLeft(shop: ShopId, left: readonly (ListName & { readonly kept: StoredList | undefined })[]): Promise<void> {
  await pool.query(
    `UPDATE standard_list SET is_left = true, writing = NULL, refused = NULL
     FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[]) AS told (intent, product_id, written, writing)
     WHERE shop_id = $1 AND standard_list.intent = told.intent AND standard_list.product_id = told.product_id
     AND standard_list.written IS NOT DISTINCT FROM told.written AND standard_list.writing IS NOT DISTINCT FROM told.writing`,
    [shop, ...named(left), left.map(({ kept }) => kept?.written ?? null), left.map(({ kept }) => kept?.writing ?? null)],
  )
}

export async function forgetLists(shop: ShopId, gone: readonly ListName[]): Promise<void> {
  await pool.query(
    `DELETE FROM standard_list USING unnest($2::text[], $3::bigint[]) AS told (intent, product_id)
     WHERE shop_id = $1 AND standard_list.intent = told.intent AND standard_list.product_id = told.product_id`,
    [shop, ...named(gone)],
  )
}

function named(lists: readonly ListName[]): [Intent[], ProductId[]] {
  return [lists.map(({ intent }) => intent), lists.map(({ product }) => product)]
}
