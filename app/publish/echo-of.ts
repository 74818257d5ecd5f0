import type { ProductId } from '#app/commerce/ids.ts'
import type { Echo } from '#app/ingest/judge-news.ts'

/**
 * What Shopify's webhooks will tell of a product to which we wrote, or of which we deleted, some metafields: one update for
 * each, stamped (ISO 8601) as the product is afterwards. Undefined where nothing was changed, or nobody knows when.
 */
export function echoOf(id: ProductId, updatedAt: string | undefined, metafields: number): Echo | undefined {
  const at = Math.floor(Date.parse(updatedAt ?? '') / 1_000) * 1_000
  return metafields === 0 || Number.isNaN(at) ? undefined : { id, at, updates: metafields }
}
