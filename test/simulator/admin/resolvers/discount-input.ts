import type { Discount, DiscountWhat, Goods, Worth } from '../../discounts/discount.ts'
import { numberOf } from '../global-id.ts'
import type { DiscountInput } from './discount-refusals.ts'

/** What a discount takes off, as its input says it; what that leaves out stays as it was before. */
export function whatOf(kind: DiscountWhat['kind'], input: DiscountInput, before: Discount | undefined): DiscountWhat {
  switch (kind) {
    case 'app':
      return before?.what ?? { kind, handle: input.functionHandle! }
    case 'basic': {
      const { items, value } = input.customerGets ?? {}
      const was = before?.what.kind === 'basic' ? before.what : undefined
      const worth: Worth | undefined =
        value?.percentage !== undefined && value.percentage !== null
          ? { percentage: value.percentage }
          : value?.discountAmount
            ? { amount: Math.round(Number(value.discountAmount.amount) * 100), each: value.discountAmount.appliesOnEachItem ?? false }
            : undefined
      const least = input.minimumRequirement?.quantity?.greaterThanOrEqualToQuantity
      return {
        kind,
        goods: items ? (items.all ? null : goodsOf(items.products, was?.goods ?? undefined)) : (was?.goods ?? null),
        worth: worth ?? was!.worth,
        minimumQuantity: least === undefined || least === null ? (was?.minimumQuantity ?? null) : Number(least),
      }
    }
    case 'bxgy': {
      const was = before?.what.kind === 'bxgy' ? before.what : undefined
      const { customerBuys: buys, customerGets: gets, usesPerOrderLimit } = input
      return {
        kind,
        buys: goodsOf(buys?.items?.products, was?.buys),
        buyQuantity: Number(buys?.value?.quantity ?? was?.buyQuantity ?? 1),
        gets: goodsOf(gets?.items?.products, was?.gets),
        getQuantity: Number(gets?.value?.discountOnQuantity?.quantity ?? was?.getQuantity ?? 1),
        percentage: gets?.value?.discountOnQuantity?.effect?.percentage ?? was?.percentage ?? 1,
        usesPerOrder:
          usesPerOrderLimit === undefined || usesPerOrderLimit === null ? (was?.usesPerOrder ?? null) : Number(usesPerOrderLimit),
      }
    }
    default:
      return kind satisfies never
  }
}

interface ProductsInput {
  readonly productsToAdd?: readonly string[] | null
  readonly productsToRemove?: readonly string[] | null
  readonly productVariantsToAdd?: readonly string[] | null
  readonly productVariantsToRemove?: readonly string[] | null
}

function goodsOf(input: ProductsInput | null | undefined, before: Goods = { products: [], variants: [] }): Goods {
  const changed = (type: string, was: readonly number[], add?: readonly string[] | null, remove?: readonly string[] | null) => {
    const gone = new Set((remove ?? []).map((id) => numberOf(type, id)))
    return [...new Set([...was.filter((id) => !gone.has(id)), ...(add ?? []).map((id) => numberOf(type, id)!)])]
  }
  return {
    products: changed('Product', before.products, input?.productsToAdd, input?.productsToRemove),
    variants: changed('ProductVariant', before.variants, input?.productVariantsToAdd, input?.productVariantsToRemove),
  }
}
