import type { HasTag } from './product/has-tag.ts'
import type { HasType } from './product/has-type.ts'
import type { HasVendor } from './product/has-vendor.ts'
import type { InCollection } from './product/in-collection.ts'
import type { ProductIs } from './product/product-is.ts'

/** What a condition can look for in the products of a cart: what Liquid knows of them, with the same meaning. */
export type CartFact = HasType | HasTag | InCollection | ProductIs | HasVendor
