import { fits, type Fits } from './fits.ts'
import type { JoinKind } from './join-kind.ts'
import { priceShare, type PriceShare } from './price-share.ts'
import { sameCollection, type SameCollection } from './same-collection.ts'
import { sameMetafield, type SameMetafield } from './same-metafield.ts'
import { sameOption, type SameOption } from './same-option.ts'
import { sameTag, type SameTag } from './same-tag.ts'
import { sameType, type SameType } from './same-type.ts'
import { sameVendor, type SameVendor } from './same-vendor.ts'

export type Join = SameMetafield | Fits | SameOption | SameCollection | SameVendor | SameType | SameTag | PriceShare

/** Every kind of join, by name, in the order in which the form offers them. */
export const JOIN_KINDS: { readonly [Kind in Join['kind']]: JoinKind<Extract<Join, { kind: Kind }>> } = {
  metafield: sameMetafield,
  fits,
  'same-option': sameOption,
  'same-collection': sameCollection,
  'same-vendor': sameVendor,
  'same-type': sameType,
  'same-tag': sameTag,
  'price-share': priceShare,
}

/** The kind that a join is of. */
export function joinKindOf<Of extends Join>(join: Of): JoinKind<Of> {
  // As for conditions: the record ties every kind to its own joins, which TypeScript cannot follow.
  return JOIN_KINDS[join.kind] as unknown as JoinKind<Of>
}
