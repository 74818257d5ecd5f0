import type { PoolClient } from 'pg'
import type { CollectionId, ProductId, ShopId } from '#app/commerce/ids.ts'
import type { CatalogLine, ProductRow } from '#app/ingest/read-product.ts'

/** How many lines of each kind a batch or a whole pull held. */
export interface LineCounts {
  read: number
  broken: number
}

const PRODUCT_COLUMNS =
  'id, handle, title, type, vendor, tags, status, published_at, is_gift_card, requires_selling_plan, picture_url, created_at, updated_at'

/** Makes room, in this transaction alone, for the lines of one pull. */
export async function openStage(client: PoolClient): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE staged_product (
      id bigint, handle text, title text, type text, vendor text, tags text[], status text, published_at timestamptz, is_gift_card boolean,
      requires_selling_plan boolean, picture_url text, created_at timestamptz, updated_at timestamptz) ON COMMIT DROP;
    CREATE TEMP TABLE staged_variant (place bigint GENERATED ALWAYS AS IDENTITY, product_id bigint, variant jsonb) ON COMMIT DROP;
    CREATE TEMP TABLE staged_member (product_id bigint, collection_id bigint, title text) ON COMMIT DROP;`)
}

/** Stages a batch of lines in whatever order they come. Broken ones are counted and left out. */
export async function stageLines(client: PoolClient, lines: readonly CatalogLine[]): Promise<LineCounts> {
  const products: unknown[] = []
  const variants: unknown[] = []
  const members: unknown[] = []
  let broken = 0
  for (const line of lines) {
    if (line.kind === 'product') products.push(toRow(line.product))
    else if (line.kind === 'variant') variants.push({ product_id: line.of, variant: line.variant })
    else if (line.kind === 'member') members.push({ product_id: line.of, collection_id: line.collection, title: line.title })
    else broken += 1
  }
  await stage(client, `staged_product (${PRODUCT_COLUMNS})`, PRODUCT_COLUMNS, 'staged_product', products)
  await stage(client, 'staged_variant (product_id, variant)', 'product_id, variant', 'staged_variant', variants)
  await stage(client, 'staged_member (product_id, collection_id, title)', 'product_id, collection_id, title', 'staged_member', members)
  return { read: lines.length, broken }
}

async function stage(client: PoolClient, into: string, columns: string, shape: string, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(`INSERT INTO ${into} SELECT ${columns} FROM jsonb_populate_recordset(NULL::${shape}, $1)`, [JSON.stringify(rows)])
}

function toRow({ publishedAt, createdAt, updatedAt, isGiftCard, requiresSellingPlan, pictureUrl, ...rest }: ProductRow) {
  return {
    ...rest,
    published_at: publishedAt === null ? null : new Date(publishedAt),
    created_at: new Date(createdAt),
    updated_at: new Date(updatedAt),
    is_gift_card: isGiftCard,
    requires_selling_plan: requiresSellingPlan,
    picture_url: pictureUrl,
  }
}

/** Puts what is staged in the place of the shop's whole catalogue. */
export async function replaceCatalog(client: PoolClient, shop: ShopId): Promise<void> {
  for (const table of ['product', 'collection', 'collection_member']) await client.query(`DELETE FROM ${table} WHERE shop_id = $1`, [shop])
  await insertStaged(client, shop)
}

/** Puts what is staged in the place of the product with this id, or of nothing where the stage is empty: then it is gone. */
export async function replaceProduct(client: PoolClient, shop: ShopId, id: ProductId): Promise<void> {
  await client.query('DELETE FROM product WHERE shop_id = $1 AND id = $2', [shop, id])
  await client.query('DELETE FROM collection_member WHERE shop_id = $1 AND product_id = $2', [shop, id])
  await insertStaged(client, shop)
}

async function insertStaged(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query(
    `INSERT INTO product (shop_id, ${PRODUCT_COLUMNS}, variants)
     SELECT $1, ${PRODUCT_COLUMNS}, COALESCE((SELECT jsonb_agg(variant ORDER BY place) FROM staged_variant WHERE product_id = staged_product.id), '[]')
     FROM staged_product`,
    [shop],
  )
  await client.query(
    `INSERT INTO collection (shop_id, id, title) SELECT DISTINCT ON (collection_id) $1, collection_id, title FROM staged_member
     ON CONFLICT (shop_id, id) DO UPDATE SET title = excluded.title`,
    [shop],
  )
  await client.query(
    `INSERT INTO collection_member (shop_id, collection_id, product_id) SELECT DISTINCT $1, collection_id, product_id FROM staged_member
     ON CONFLICT DO NOTHING`,
    [shop],
  )
  await client.query('TRUNCATE staged_product, staged_variant, staged_member')
}

/** Sets a collection's title and members; an undefined collection is gone. */
export async function replaceCollection(
  client: PoolClient,
  shop: ShopId,
  id: CollectionId,
  now: { title: string; products: readonly ProductId[] } | undefined,
): Promise<void> {
  await client.query('DELETE FROM collection_member WHERE shop_id = $1 AND collection_id = $2', [shop, id])
  if (!now) {
    await client.query('DELETE FROM collection WHERE shop_id = $1 AND id = $2', [shop, id])
    return
  }
  await client.query(
    'INSERT INTO collection (shop_id, id, title) VALUES ($1, $2, $3) ON CONFLICT (shop_id, id) DO UPDATE SET title = excluded.title',
    [shop, id, now.title],
  )
  await client.query(
    'INSERT INTO collection_member (shop_id, collection_id, product_id) SELECT DISTINCT $1, $2::bigint, unnest($3::bigint[])',
    [shop, id, now.products],
  )
}
