/** What Shopify's own automatic discounts take off. Amounts are minor units of the shop's currency. */
export type Worth = { readonly percentage: number } | { readonly amount: number; readonly each: boolean }

/** Products and variants by id; null for all products. */
export interface Goods {
  readonly products: readonly number[]
  readonly variants: readonly number[]
}

export type DiscountWhat =
  | { readonly kind: 'app'; readonly handle: string }
  | { readonly kind: 'basic'; readonly goods: Goods | null; readonly worth: Worth; readonly minimumQuantity: number | null }
  | {
      readonly kind: 'bxgy'
      readonly buys: Goods
      readonly buyQuantity: number
      readonly gets: Goods
      readonly getQuantity: number
      /** Off each of the pieces that are got: 1 is all of it. */
      readonly percentage: number
      readonly usesPerOrder: number | null
    }

/** An automatic product discount. */
export interface Discount {
  readonly id: number
  readonly title: string
  readonly startsAt: string
  readonly endsAt: string | null
  readonly combinesWith: CombinesWith
  readonly what: DiscountWhat
  readonly createdAt: string
  readonly updatedAt: string
}

export interface CombinesWith {
  readonly orderDiscounts: boolean
  readonly productDiscounts: boolean
  readonly shippingDiscounts: boolean
}

export function isActive({ startsAt, endsAt }: Discount, now: Date): boolean {
  return Date.parse(startsAt) <= now.getTime() && (endsAt === null || now.getTime() < Date.parse(endsAt))
}

/** The owner of a discount's metafields. */
export const discountGid = (id: number): string => `gid://shopify/DiscountAutomaticNode/${id}`
