import type { Collection, ShopFacts } from '../shop.ts'
import { zonedTime } from './zoned-time.ts'

/** The body of `collections/*` webhooks. It names no products, as Shopify's does not. */
export function collectionBody(collection: Collection, facts: ShopFacts): Record<string, unknown> {
  return {
    id: collection.id,
    admin_graphql_api_id: `gid://shopify/Collection/${collection.id}`,
    handle: collection.handle,
    title: collection.title,
    body_html: collection.descriptionHtml,
    updated_at: zonedTime(collection.updatedAt, facts.timezone),
    published_at: zonedTime(collection.updatedAt, facts.timezone),
    published_scope: 'web',
    sort_order: 'manual',
    template_suffix: null,
  }
}
