import type { Product } from '#app/commerce/product.ts'
import type { Range } from '../field.ts'
import { endsOf, type ProductKind } from '../kind.ts'

/** How far the variant that is reduced most stands below its former price, in percent, rounded down; 0 where none is reduced. */
export interface OnSale extends Range {
  readonly kind: 'on-sale'
}

export const onSale: ProductKind<OnSale> = {
  kind: 'on-sale',
  fields: [{ kind: 'range', unit: 'percent' }],
  by: 'number',
  numberOf: reductionOf,
  range: endsOf,
}

function reductionOf({ variants }: Product): number {
  let most = 0
  for (const { price, compareAt } of variants)
    if (compareAt !== null && compareAt > price) most = Math.max(most, Math.floor(((compareAt - price) / compareAt) * 100))
  return most
}
