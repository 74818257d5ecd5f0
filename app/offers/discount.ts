/** Hundredths of a percent: 1,000 is a tenth of the price, 10,000 all of it. Whole, 1 to 10,000. */
export type Share = number

/** Decimal texts as Shopify writes them, by currency: `{ EUR: "5.00", JPY: "800" }`. */
export type Amounts = Readonly<Record<string, string>>

/** What a merchant gives on what a rule offers, once what it is offered beside is in the cart as well. */
export type Discount =
  /** Off each offered piece. */
  | { readonly kind: 'percent'; readonly off: Share }
  | { readonly kind: 'amount'; readonly off: Amounts }
  /** What one piece of the trigger and one offered piece cost together. */
  | { readonly kind: 'bundle-price'; readonly price: Amounts }
  /** For each `buy` pieces of the trigger, `get` offered pieces at so much off. */
  | { readonly kind: 'buy-get'; readonly buy: number; readonly get: number; readonly off: Share }
  /** By how many offered pieces are in the cart: the last tier that is reached holds for all of them. Rising in both. */
  | { readonly kind: 'tiers'; readonly tiers: readonly Tier[] }
  /** One offered piece of an order is free, once everything else in the cart comes to so much. Of currencies that are not named it never is. */
  | { readonly kind: 'gift'; readonly from: Amounts }

export interface Tier {
  readonly from: number
  readonly off: Share
}

/** Discounts of other classes beside which one may stand. On one line no second product discount ever does. */
export interface Combines {
  readonly order: boolean
  readonly shipping: boolean
}

/** Discounts that may stand beside the same others: Shopify knows that of a whole discount, so each class is one of its own. */
export const STACKS = ['alone', 'order', 'shipping', 'both'] as const
export type Stack = (typeof STACKS)[number]

export function stackOf({ order, shipping }: Combines): Stack {
  return order ? (shipping ? 'both' : 'order') : shipping ? 'shipping' : 'alone'
}

export function combinesOf(stack: Stack): Combines {
  return { order: stack === 'order' || stack === 'both', shipping: stack === 'shipping' || stack === 'both' }
}
