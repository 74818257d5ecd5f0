import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Variant } from '#app/commerce/product.ts'
import type { Stated } from '#app/commerce/stated.ts'
import { digestOfHeld } from '#app/ingest/product-digest.ts'
import type { HeldProduct } from '#app/ingest/reported-inventory.ts'
import { pool } from '#app/platform/db.server.ts'

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
  readonly stated: Stated[]
  readonly variants: Variant[]
  readonly stock_of: Date
}

/**
 * The products as the shop's catalogue holds them, in the words of deliveries that tell of so many variants of each. Those that it
 * does not hold are left out.
 */
export async function findHeld(shop: ShopId, told: ReadonlyMap<ProductId, number>, currency: string): Promise<Map<ProductId, HeldProduct>> {
  const { rows } = await pool.query<Row>(
    `SELECT id, handle, title, type, vendor, tags, status, published_at, picture_url, options, stated, variants,
            date_trunc('second', greatest(updated_at, stock_at)) AS stock_of
     FROM product WHERE shop_id = $1 AND id = ANY ($2::bigint[])`,
    [shop, [...told.keys()]],
  )
  return new Map(
    rows.map(({ id, published_at, picture_url, stock_of, ...rest }) => [
      id,
      {
        digest: digestOfHeld({ ...rest, publishedAt: published_at?.getTime() ?? null, pictureUrl: picture_url }, told.get(id)!, currency),
        stock: rest.variants.map(({ stock }) => stock),
        available: rest.variants.map(({ available }) => available),
        isActive: rest.status === 'active',
        updatedAt: stock_of.getTime(),
      },
    ]),
  )
}
