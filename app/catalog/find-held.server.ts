import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Variant } from '#app/commerce/product.ts'
import { pool } from '#app/db.server.ts'
import { digestOfHeld } from '#app/ingest/product-digest.ts'

interface Row {
  readonly id: ProductId
  readonly handle: string
  readonly title: string
  readonly type: string
  readonly vendor: string
  readonly tags: string[]
  readonly status: string
  readonly published_at: Date | null
  readonly picture_url: string | null
  readonly options: string[]
  readonly variants: Variant[]
}

/** Digests of the products as the shop's catalogue holds them; those it does not hold are left out. */
export async function findHeld(shop: ShopId, products: readonly ProductId[], currency: string): Promise<Map<ProductId, string>> {
  const { rows } = await pool.query<Row>(
    `SELECT id, handle, title, type, vendor, tags, status, published_at, picture_url, options, variants
     FROM product WHERE shop_id = $1 AND id = ANY ($2::bigint[])`,
    [shop, products],
  )
  return new Map(
    rows.map(({ id, published_at, picture_url, ...rest }) => [
      id,
      digestOfHeld({ ...rest, publishedAt: published_at?.getTime() ?? null, pictureUrl: picture_url }, currency),
    ]),
  )
}
