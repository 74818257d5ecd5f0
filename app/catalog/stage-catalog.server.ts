import type { PoolClient } from 'pg'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import { orphansOf, type Orphans } from '#app/ingest/orphans.server.ts'
import type { CatalogLine, ProductRow } from '#app/ingest/read-product.ts'
import type { BrokenLine } from '#app/shopify/export/broken-line.ts'

export const PRODUCT_COLUMNS =
  'id, handle, title, type, vendor, category, options, tags, status, published_at, is_gift_card, requires_selling_plan, picture_url, created_at, updated_at, stated'

/** More of the merchant's own facts than that about one product are left out, the last by name. */
const MOST_METAFIELDS = 200

/** What hangs on every staged product, gathered by `product_id`: `variants` in their order, `metafields` by name. */
export const STAGED_VARIANTS = 'SELECT product_id, jsonb_agg(variant ORDER BY place) AS variants FROM staged_variant GROUP BY 1'
export const STAGED_METAFIELDS = `SELECT product_id, jsonb_agg(metafield ORDER BY place) AS metafields
  FROM (SELECT product_id, metafield, row_number() OVER (PARTITION BY product_id ORDER BY metafield->>'name') AS place
        FROM (SELECT DISTINCT ON (product_id, metafield->>'name') * FROM staged_metafield) AS one_of_each) AS placed
  WHERE place <= ${MOST_METAFIELDS} GROUP BY 1`

/** Makes room, in this transaction alone, for the lines of one pull. */
export async function openStage(client: PoolClient): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE staged_product (
      id bigint, handle text, title text, type text, vendor text, category text, options text[], tags text[], status text, published_at timestamptz, is_gift_card boolean,
      requires_selling_plan boolean, picture_url text, created_at timestamptz, updated_at timestamptz, stated jsonb, variants_count int) ON COMMIT DROP;
    CREATE TEMP TABLE staged_variant (place bigint GENERATED ALWAYS AS IDENTITY, product_id bigint, variant jsonb) ON COMMIT DROP;
    CREATE TEMP TABLE staged_metafield (product_id bigint, metafield jsonb) ON COMMIT DROP;
    CREATE TEMP TABLE staged_member (product_id bigint, collection_id bigint, title text) ON COMMIT DROP;
    CREATE TEMP TABLE staged_collection (id bigint, title text) ON COMMIT DROP;
    CREATE TEMP TABLE standing_product (id bigint PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMP TABLE standing_collection (id bigint PRIMARY KEY) ON COMMIT DROP;`)
}

export async function clearStage(client: PoolClient): Promise<void> {
  await client.query(
    'TRUNCATE staged_product, staged_variant, staged_metafield, staged_member, staged_collection, standing_product, standing_collection',
  )
}

/** Stages a batch of lines in whatever order they come; returns those that are broken. */
export async function stageLines(client: PoolClient, lines: readonly CatalogLine[]): Promise<BrokenLine[]> {
  const products: unknown[] = []
  const variants: unknown[] = []
  const metafields: unknown[] = []
  const members: unknown[] = []
  const broken: BrokenLine[] = []
  for (const line of lines) {
    if (line.kind === 'product') products.push({ ...toRow(line.product), variants_count: line.variants })
    else if (line.kind === 'variant') variants.push({ product_id: line.of, variant: line.variant })
    else if (line.kind === 'metafield') metafields.push({ product_id: line.of, metafield: line.metafield })
    else if (line.kind === 'member') members.push({ product_id: line.of, collection_id: line.collection, title: line.title })
    else if (line.kind === 'broken') broken.push(line)
  }
  await stage(client, 'staged_product', `${PRODUCT_COLUMNS}, variants_count`, products)
  await stage(client, 'staged_variant', 'product_id, variant', variants)
  await stage(client, 'staged_metafield', 'product_id, metafield', metafields)
  await stage(client, 'staged_member', 'product_id, collection_id, title', members)
  return broken
}

/** Stages collections, of which those without a product are on no line of an export. */
export async function stageCollections(
  client: PoolClient,
  collections: readonly { readonly id: CollectionId; readonly title: string }[],
): Promise<void> {
  await stage(client, 'staged_collection', 'id, title', collections)
}

/** The products of staged variants and members that are not staged themselves, and how many lines these are. At most `most` are named. */
export function orphansStaged(client: PoolClient, most: number): Promise<Orphans<ProductId>> {
  const children = 'SELECT product_id AS parent FROM staged_variant UNION ALL SELECT product_id FROM staged_member'
  return orphansOf(client, children, 'staged_product', most)
}

/** Staged products that have not as many variants as they say: some have not come. */
export async function tornStaged(client: PoolClient): Promise<ProductId[]> {
  const { rows } = await client.query<{ id: ProductId }>(
    `SELECT product.id FROM staged_product AS product LEFT JOIN staged_variant AS variant ON variant.product_id = product.id
     GROUP BY product.id, product.variants_count HAVING count(variant.place) <> product.variants_count`,
  )
  return rows.map(({ id }) => id)
}

async function stage(client: PoolClient, table: string, columns: string, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows),
  ])
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
