import type { PoolClient } from 'pg'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Inventory } from '#app/ingest/judge-news.ts'

/** Writes down the pieces at hand of products of which nothing else has changed. */
export async function setStock(client: PoolClient, shop: ShopId, told: ReadonlyMap<ProductId, Inventory>): Promise<void> {
  for (const [id, { stock, updatedAt }] of told)
    await client.query(
      `UPDATE product SET stock_at = to_timestamp($4::float8 / 1000), variants = (
         SELECT jsonb_agg(CASE WHEN told IS NULL THEN variant ELSE jsonb_set(variant, '{stock}', coalesce(to_jsonb(pieces), 'null')) END
                          ORDER BY place)
         FROM jsonb_array_elements(variants) WITH ORDINALITY AS held (variant, place)
         LEFT JOIN unnest($3::int[]) WITH ORDINALITY AS told (pieces, place) USING (place))
       WHERE shop_id = $1 AND id = $2`,
      [shop, id, stock, updatedAt],
    )
}
