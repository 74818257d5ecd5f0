import type { Product } from '#app/commerce/product.ts'
import type { Range } from '../field.ts'
import { endsOf, type ProductKind } from '../kind.ts'

/** Pieces of all variants together. What the shop does not count never runs out. */
export interface InStock extends Range {
  readonly kind: 'stock'
}

export const inStock: ProductKind<InStock> = {
  kind: 'stock',
  fields: [{ kind: 'range', unit: 'count' }],
  by: 'number',
  numberOf: piecesOf,
  range: endsOf,
}

function piecesOf({ variants }: Product): number {
  let pieces = 0
  for (const { stock } of variants) pieces += stock === null ? Infinity : Math.max(stock, 0)
  return pieces
}
