import { globalId } from '../admin/global-id.ts'
import type { Product } from '../shop.ts'
import type { AppMetafield } from './shop-state.ts'

/** What begins the namespaces that Shopify's own apps keep for themselves. */
export const SHOPIFYS = 'shopify--'

/** Takes out of the merchant's own metafields those that an app of Shopify's wrote for them: who may write to products may write there. */
export function takeAppsMetafields(products: Iterable<Product>): Omit<AppMetafield, 'id' | 'updatedAt'>[] {
  return [...products].flatMap((product) => {
    const apps = product.metafields.filter(({ namespace }) => namespace.startsWith(SHOPIFYS))
    if (apps.length > 0) Object.assign(product, { metafields: product.metafields.filter((field) => !apps.includes(field)) })
    return apps.map((field) => ({ ...field, ownerId: globalId('Product', product.id) }))
  })
}
