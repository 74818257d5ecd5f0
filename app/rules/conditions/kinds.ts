import { hasTag } from './has-tag.ts'
import { hasType } from './has-type.ts'
import { hasVendor } from './has-vendor.ts'
import { inCollection, type InCollection } from './in-collection.ts'
import type { ConditionKind } from './kind.ts'
import type { Named } from './named.ts'
import { priceBetween, type PriceBetween } from './price-between.ts'
import { productIs, type ProductIs } from './product-is.ts'

/** A condition that looks at one thing of a product. */
export type Fact = ProductIs | InCollection | Named<'tag'> | Named<'type'> | Named<'vendor'> | PriceBetween

/** Every kind there is, by name, in the order in which the form offers them. */
export const CONDITION_KINDS: { readonly [Kind in Fact['kind']]: ConditionKind<Kind, Extract<Fact, { kind: Kind }>> } = {
  type: hasType,
  tag: hasTag,
  collection: inCollection,
  product: productIs,
  vendor: hasVendor,
  price: priceBetween,
}

/** The kind that a fact is of. */
export function kindOf<Of extends Fact>(fact: Of): ConditionKind<Of['kind'], Of> {
  // The index of the record above ties every kind to its own facts; TypeScript cannot follow a union through it.
  return CONDITION_KINDS[fact.kind] as unknown as ConditionKind<Of['kind'], Of>
}
