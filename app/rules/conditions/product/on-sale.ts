import type { Product } from '#app/commerce/product.ts'
import type { Range } from '../field.ts'
import { endsOf, type ProductKind } from '../kind.ts'

/** How far the variant that is reduced most stands below its former price, in percent, rounded down; holds of no product of which none is reduced. */
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

function reductionOf({ variants }: Product): number | undefined {
  let most: number | undefined
  for (const { price, compareAt } of variants)
    if (compareAt !== null && compareAt > price) most = Math.max(most ?? 0, Math.floor(((compareAt - price) / compareAt) * 100))
  return most
}
