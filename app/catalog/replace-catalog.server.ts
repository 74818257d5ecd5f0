import type { PoolClient, QueryResult } from 'pg'
import type { CollectionId, ProductId, ShopId } from '#app/commerce/ids.ts'
import { clearStage, PRODUCT_COLUMNS, STAGED_METAFIELDS, STAGED_VARIANTS } from './stage-catalog.server.ts'

export interface Replacement {
  /** When the export of what is staged began: what Shopify has been asked for since then is newer. */
  readonly since: Date
  /** Of these the stage tells too little: they stand as they are. */
  readonly standing: { readonly products: readonly ProductId[]; readonly collections: readonly CollectionId[] }
  /** The stage may lack products that the shop has: what it lacks is not taken to be deleted. */
  readonly mayLackSome: boolean
}

const WRITTEN = [...PRODUCT_COLUMNS.split(', ').slice(1), 'variants', 'metafields']

/**
 * Puts what is staged in the place of the shop's whole catalogue, but for what has been asked for since, one by one, and
 * for products whose held state is the newer: a product deleted meanwhile does not come back. Resolves to whether anything is
 * other than it was.
 */
export async function replaceCatalog(client: PoolClient, shop: ShopId, { since, standing, mayLackSome }: Replacement): Promise<boolean> {
  await client.query('ANALYZE staged_product; ANALYZE staged_variant; ANALYZE staged_metafield; ANALYZE staged_member')
  await findStanding(client, shop, since, standing)
  const written = await client.query(
    `INSERT INTO product (shop_id, ${PRODUCT_COLUMNS}, variants, metafields)
     SELECT DISTINCT ON (staged.id) $1, ${PRODUCT_COLUMNS.replaceAll(/\w+/g, 'staged.$&')}, COALESCE(of_variants.variants, '[]'), COALESCE(of_metafields.metafields, '[]')
     FROM staged_product AS staged
     LEFT JOIN (${STAGED_VARIANTS}) AS of_variants ON of_variants.product_id = staged.id
     LEFT JOIN (${STAGED_METAFIELDS}) AS of_metafields ON of_metafields.product_id = staged.id
     WHERE NOT EXISTS (SELECT FROM standing_product AS standing WHERE standing.id = staged.id)
     ORDER BY staged.id, staged.updated_at DESC
     ON CONFLICT (shop_id, id) DO UPDATE SET stock_at = NULL, ${WRITTEN.map((column) => `${column} = excluded.${column}`).join(', ')}
       WHERE (${WRITTEN.map((column) => `product.${column}`).join(', ')}) IS DISTINCT FROM (${WRITTEN.map((column) => `excluded.${column}`).join(', ')})`,
    [shop],
  )
  const deleted = await client.query(
    `DELETE FROM product WHERE shop_id = $1 AND NOT $2 AND NOT EXISTS (SELECT FROM staged_product AS staged WHERE staged.id = product.id)
     AND NOT EXISTS (SELECT FROM standing_product AS standing WHERE standing.id = product.id)`,
    [shop, mayLackSome],
  )
  const regrouped = [...(await replaceCollections(client, shop)), ...(await replaceMembers(client, shop, mayLackSome))]
  await clearStage(client)
  return [written, deleted, ...regrouped].some(({ rowCount }) => rowCount !== 0)
}

async function findStanding(client: PoolClient, shop: ShopId, since: Date, standing: Replacement['standing']): Promise<void> {
  await client.query(
    `INSERT INTO standing_product
     SELECT unnest($3::bigint[]) UNION
     SELECT (kept->>'id')::bigint FROM delivery WHERE shop_id = $1 AND applied_at >= $2 AND kept->>'kind' = 'product' UNION
     SELECT product.id FROM product JOIN staged_product AS staged ON staged.id = product.id
     WHERE product.shop_id = $1 AND date_trunc('second', greatest(product.updated_at, product.stock_at)) > date_trunc('second', staged.updated_at)`,
    [shop, since, standing.products],
  )
  await client.query(
    `INSERT INTO standing_collection
     SELECT unnest($3::bigint[]) UNION
     SELECT (kept->>'id')::bigint FROM delivery WHERE shop_id = $1 AND applied_at >= $2 AND kept->>'kind' = 'collection'`,
    [shop, since, standing.collections],
  )
}

async function replaceCollections(client: PoolClient, shop: ShopId): Promise<QueryResult[]> {
  const written = await client.query(
    `INSERT INTO collection (shop_id, id, title)
     SELECT DISTINCT ON (id) $1, id, title FROM (SELECT id, title FROM staged_collection UNION ALL SELECT collection_id, title FROM staged_member) AS staged
     WHERE NOT EXISTS (SELECT FROM standing_collection AS standing WHERE standing.id = staged.id) ORDER BY id
     ON CONFLICT (shop_id, id) DO UPDATE SET title = excluded.title WHERE collection.title <> excluded.title`,
    [shop],
  )
  const deleted = await client.query(
    `DELETE FROM collection WHERE shop_id = $1 AND NOT EXISTS (SELECT FROM staged_collection AS staged WHERE staged.id = collection.id)
     AND NOT EXISTS (SELECT FROM staged_member AS staged WHERE staged.collection_id = collection.id)
     AND NOT EXISTS (SELECT FROM standing_collection AS standing WHERE standing.id = collection.id)`,
    [shop],
  )
  return [written, deleted]
}

/** Who is a member of what, where neither side stands as it is. */
async function replaceMembers(client: PoolClient, shop: ShopId, mayLackSome: boolean): Promise<QueryResult[]> {
  const NEITHER_STANDS = `NOT EXISTS (SELECT FROM standing_product AS standing WHERE standing.id = member.product_id)
     AND NOT EXISTS (SELECT FROM standing_collection AS standing WHERE standing.id = member.collection_id)`
  const left = await client.query(
    `DELETE FROM collection_member AS member WHERE shop_id = $1 AND ${NEITHER_STANDS}
     AND NOT EXISTS (SELECT FROM staged_member AS staged WHERE staged.product_id = member.product_id AND staged.collection_id = member.collection_id)
     AND (NOT $2 OR EXISTS (SELECT FROM staged_product AS staged WHERE staged.id = member.product_id))`,
    [shop, mayLackSome],
  )
  const joined = await client.query(
    `INSERT INTO collection_member (shop_id, collection_id, product_id)
     SELECT DISTINCT $1, collection_id, product_id FROM staged_member AS member WHERE ${NEITHER_STANDS} ON CONFLICT DO NOTHING`,
    [shop],
  )
  return [left, joined]
}
