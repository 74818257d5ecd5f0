import type { PoolClient } from 'pg'
import type { CollectionId, ProductId, ShopId } from '#app/commerce/ids.ts'
import { clearStage, PRODUCT_COLUMNS, STAGED_METAFIELDS, STAGED_VARIANTS } from './stage-catalog.server.ts'

/**
 * Puts what is staged in the place of the product with this id, or of nothing where the stage is empty: then it is gone.
 * Returns whether anything that offers are made of has changed.
 */
export async function replaceProduct(client: PoolClient, shop: ShopId, id: ProductId): Promise<boolean> {
  const before = await stateOf(client, shop, id)
  await client.query('DELETE FROM product WHERE shop_id = $1 AND id = $2', [shop, id])
  await client.query('DELETE FROM collection_member WHERE shop_id = $1 AND product_id = $2', [shop, id])
  await client.query(
    `INSERT INTO product (shop_id, ${PRODUCT_COLUMNS}, variants, metafields)
     SELECT $1, ${PRODUCT_COLUMNS}, COALESCE(variants, '[]'), COALESCE(metafields, '[]') FROM staged_product
     LEFT JOIN (${STAGED_VARIANTS}) AS of_variants ON of_variants.product_id = id
     LEFT JOIN (${STAGED_METAFIELDS}) AS of_metafields ON of_metafields.product_id = id`,
    [shop],
  )
  await client.query(
    `INSERT INTO collection (shop_id, id, title) SELECT DISTINCT ON (collection_id) $1, collection_id, title FROM staged_member
     ON CONFLICT (shop_id, id) DO UPDATE SET title = excluded.title WHERE collection.title <> excluded.title`,
    [shop],
  )
  await client.query(
    'INSERT INTO collection_member (shop_id, collection_id, product_id) SELECT DISTINCT $1, collection_id, product_id FROM staged_member',
    [shop],
  )
  await clearStage(client)
  return (await stateOf(client, shop, id)) !== before
}

/** All that is held of a product, in one text; its `updated_at` also changes when we write to it ourselves. */
async function stateOf(client: PoolClient, shop: ShopId, id: ProductId): Promise<string | null> {
  const { rows } = await client.query<{ state: string | null }>(
    `SELECT (to_jsonb(product) - 'updated_at' - 'stock_at' || jsonb_build_object('collections', ARRAY(
       SELECT collection_id FROM collection_member AS member WHERE member.shop_id = $1 AND product_id = product.id ORDER BY 1)))::text AS state
     FROM product WHERE shop_id = $1 AND id = $2`,
    [shop, id],
  )
  return rows[0]?.state ?? null
}

/** Sets a collection's title and members; an undefined collection is gone. Returns whether anything has changed. */
export async function replaceCollection(
  client: PoolClient,
  shop: ShopId,
  id: CollectionId,
  now: { readonly title: string; readonly products: readonly ProductId[] } | undefined,
): Promise<boolean> {
  const gone = await client.query(
    'DELETE FROM collection_member WHERE shop_id = $1 AND collection_id = $2 AND NOT product_id = ANY ($3::bigint[])',
    [shop, id, now?.products ?? []],
  )
  const named = now
    ? await client.query(
        `INSERT INTO collection (shop_id, id, title) VALUES ($1, $2, $3)
         ON CONFLICT (shop_id, id) DO UPDATE SET title = excluded.title WHERE collection.title <> excluded.title`,
        [shop, id, now.title],
      )
    : await client.query('DELETE FROM collection WHERE shop_id = $1 AND id = $2', [shop, id])
  const added = await client.query(
    'INSERT INTO collection_member (shop_id, collection_id, product_id) SELECT DISTINCT $1, $2::bigint, unnest($3::bigint[]) ON CONFLICT DO NOTHING',
    [shop, id, now?.products ?? []],
  )
  return [gone, named, added].some(({ rowCount }) => (rowCount ?? 0) > 0)
}
