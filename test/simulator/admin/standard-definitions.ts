import { metafieldOwners } from '../metafield-owners.ts'
import { SHOPIFYS } from '../state/apps-metafields.ts'
import type { ShopState } from '../state/shop-state.ts'
import type { Definition } from './definitions.ts'

const RECOMMENDATION = 'shopify--discovery--product_recommendation'

/** Shopify's own definitions, which can be enabled by name: those that an app here may ask for. */
const TEMPLATES = [
  { namespace: RECOMMENDATION, key: 'complementary_products', type: 'list.product_reference' },
  { namespace: RECOMMENDATION, key: 'related_products', type: 'list.product_reference' },
  { namespace: RECOMMENDATION, key: 'related_products_display', type: 'single_line_text_field' },
]

/** The definition of Shopify's own of that name; undefined where there is none. */
export function standardDefinition(namespace: string, key: string): Omit<Definition, 'id'> | undefined {
  const template = TEMPLATES.find((one) => one.namespace === namespace && one.key === key)
  return template && definitionOf(template)
}

/** The definitions that Shopify's own apps have made in the shop: one for each of their metafields that a product bears. */
export function standardDefinitions(shop: ShopState): Omit<Definition, 'id'>[] {
  const fields = metafieldOwners(shop).flatMap((owner) =>
    shop.metafields.of(owner).filter(({ namespace }) => namespace.startsWith(SHOPIFYS)),
  )
  const byName = new Map(fields.map((field) => [`${field.namespace}.${field.key}`, field]))
  return [...byName.values()].map(definitionOf)
}

function definitionOf({ namespace, key, type }: Pick<Definition, 'namespace' | 'key' | 'type'>): Omit<Definition, 'id'> {
  return {
    ...{ ownerType: 'PRODUCT', namespace, key, type, name: key.replaceAll('_', ' '), description: null },
    admin: 'PUBLIC_READ_WRITE',
    storefront: 'PUBLIC_READ',
  }
}
