import type { Metaobject } from '../metaobject.ts'
import type { MerchantMetafield } from '../shop.ts'

/** Values of category attributes, as Shopify keeps them: entries of their own, by which metafields name them. */
const FABRICS = ['Felt', 'Leather', 'Recycled polyester', 'Cotton', 'Nylon'] as const

export const attributeValues: readonly Metaobject[] = FABRICS.map((displayName, at) => ({ id: 7_001 + at, displayName }))

/** The metafield of a category attribute. Throws for a value that there is no entry of. */
export function fabric(name: string): MerchantMetafield {
  const found = attributeValues.find(({ displayName }) => displayName.toLowerCase() === name.toLowerCase())
  if (!found) throw new Error(`There is no fabric “${name}”`)
  return {
    namespace: 'shopify',
    key: 'fabric',
    type: 'list.metaobject_reference',
    value: JSON.stringify([`gid://shopify/Metaobject/${found.id}`]),
  }
}
