import type { ShopState } from '../state/shop-state.ts'
import type { Definition } from './definitions.ts'

/** What begins the namespaces that Shopify's own apps keep for themselves. */
const SHOPIFYS = 'shopify--'

/** The definitions that Shopify's own apps have made in the shop: one for each of their metafields that a product bears. */
export function standardDefinitions({ products }: Pick<ShopState, 'products'>): Omit<Definition, 'id'>[] {
  const fields = [...products.values()].flatMap(({ metafields }) => metafields.filter(({ namespace }) => namespace.startsWith(SHOPIFYS)))
  const byName = new Map(fields.map((field) => [`${field.namespace}.${field.key}`, field]))
  return [...byName.values()].map(({ namespace, key, type }) => ({
    ...{ ownerType: 'PRODUCT', namespace, key, type, name: key.replaceAll('_', ' '), description: null },
    admin: 'PUBLIC_READ_WRITE',
    storefront: 'PUBLIC_READ',
  }))
}
