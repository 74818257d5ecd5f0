import type { CollectionId, ProductId, ShopId } from '#app/commerce/ids.ts'
import { withNames, type Metafield } from '#app/commerce/metafield.ts'
import type { Product, Variant } from '#app/commerce/product.ts'
import { pool } from '#app/platform/db.server.ts'
import { indexCatalog, type Catalog, type Collection } from './catalog.ts'
import { loadMetaobjects } from './metaobjects.server.ts'
import { sharingWords } from './share-words.ts'
import { loadMarkets } from './store-markets.server.ts'

interface Row {
  id: ProductId
  handle: string
  title: string
  type: string
  vendor: string
  category: string | null
  options: string[]
  tags: string[]
  status: Product['status']
  published: boolean
  is_gift_card: boolean
  requires_selling_plan: boolean
  picture_url: string | null
  created_at: Date
  variants: Variant[]
  metafields: Metafield[]
  collections: CollectionId[]
}

/** The shop's catalogue as it stands in our database. `at` (milliseconds) decides what is published by then. */
export async function loadCatalog(shop: ShopId, at: number): Promise<Catalog> {
  const [products, collections, known, markets] = await Promise.all([
    loadProducts(shop, at),
    pool.query<Collection>('SELECT id, title FROM collection WHERE shop_id = $1 ORDER BY id', [shop]),
    pool.query<{ timezone: string }>('SELECT timezone FROM shop WHERE id = $1', [shop]),
    loadMarkets(shop),
  ])
  return indexCatalog(products, collections.rows, { at, timezone: known.rows[0]?.timezone ?? 'UTC' }, markets)
}

/** The shop's products by rising id, as for `loadCatalog`; of the given ones only where some are given. */
export async function loadProducts(shop: ShopId, at: number, only: readonly ProductId[] | null = null): Promise<Product[]> {
  const names = await loadMetaobjects(shop)
  const { rows } = await pool.query<Row>(
    `SELECT id, handle, title, type, vendor, category, options, tags, status, COALESCE(published_at <= to_timestamp($2 / 1000.0), false) AS published,
              is_gift_card, requires_selling_plan, picture_url, created_at, variants, metafields,
              ARRAY(SELECT collection_id::float8 FROM collection_member AS member
                    WHERE member.shop_id = product.shop_id AND member.product_id = product.id ORDER BY 1) AS collections
 FROM product WHERE shop_id = $1 AND ($3::bigint[] IS NULL OR id = ANY ($3)) ORDER BY id`,
    [shop, at, only],
  )
  const share = sharingWords()
  return rows.map((row) => share(toProduct(row, names)))
}

function toProduct(
  { is_gift_card, requires_selling_plan, picture_url, created_at, metafields, ...rest }: Row,
  names: ReadonlyMap<string, string>,
): Product {
  return {
    ...rest,
    metafields: withNames(metafields, names),
    isGiftCard: is_gift_card,
    requiresSellingPlan: requires_selling_plan,
    pictureUrl: picture_url,
    createdAt: created_at.getTime(),
  }
}
