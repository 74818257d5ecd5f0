import type { Product } from '#app/commerce/product.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import type { JoinKind } from './join-kind.ts'

/** Both bear one tag; where a prefix is given, one that begins with it: "fits-" for "fits-iphone-17". */
export interface SameTag {
  readonly kind: 'same-tag'
  /** Empty for any tag. */
  readonly prefix: string
}

const tagsOf = ({ tags }: Product, { prefix }: SameTag) => {
  const start = fold(prefix)
  return tags.map(fold).filter((tag) => tag !== '' && tag.startsWith(start))
}

export const sameTag: JoinKind<SameTag> = {
  kind: 'same-tag',
  fields: [{ name: 'prefix', kind: 'prefix' }],
  by: 'keys',
  ofTrigger: tagsOf,
  ofOffered: tagsOf,
}
