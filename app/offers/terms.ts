import { digitsOf, readAmount, type Minor } from '#app/commerce/money.ts'
import type { Amounts, Discount, Share, Tier } from './discount.ts'

/** A discount in whole minor units of one cart's currency. */
export type Terms =
  | { readonly kind: 'percent'; readonly off: Share }
  | { readonly kind: 'amount'; readonly off: Minor }
  | { readonly kind: 'bundle-price'; readonly price: Minor }
  | { readonly kind: 'buy-get'; readonly buy: number; readonly get: number; readonly off: Share }
  | { readonly kind: 'tiers'; readonly tiers: readonly Tier[] }
  | { readonly kind: 'gift'; readonly from: Minor }

/** In what a cart is paid, and how many of it one unit of the shop's own currency is worth. */
export interface Till {
  readonly currency: string
  readonly shopCurrency: string
  readonly rate: number
}

/** Less than this of a minor unit is the rate's, not the merchant's. */
const NOISE = 1e-6

/**
 * A discount's terms at a till; undefined where it names an amount neither in the cart's currency nor in the shop's. What is converted
 * is rounded in the merchant's favour: what comes off down, a price up.
 */
export function termsAt(discount: Discount, till: Till): Terms | undefined {
  switch (discount.kind) {
    case 'percent':
    case 'buy-get':
    case 'tiers':
      return discount
    case 'amount': {
      const off = amountAt(discount.off, till, Math.floor, NOISE)
      return off === undefined ? undefined : { kind: 'amount', off }
    }
    case 'bundle-price': {
      const price = amountAt(discount.price, till, Math.ceil, -NOISE)
      return price === undefined ? undefined : { kind: 'bundle-price', price }
    }
    case 'gift': {
      // What is not stated for a currency nobody can reach in it: no rate says what a merchant would.
      const from = readAmount(discount.from[till.currency], till.currency)
      return from === undefined ? undefined : { kind: 'gift', from }
    }
    default:
      return discount satisfies never
  }
}

/** A floor of the shop's own currency at a till, rounded up. */
export function floorAt(floor: Minor, till: Till): Minor {
  return till.currency === till.shopCurrency ? floor : (Math.ceil(converted(floor, till) - NOISE) as Minor)
}

function amountAt(amounts: Amounts, till: Till, round: (minor: number) => number, noise: number): Minor | undefined {
  const { currency, shopCurrency } = till
  const given = readAmount(amounts[currency], currency)
  if (given !== undefined) return given
  const own = readAmount(amounts[shopCurrency], shopCurrency)
  return own === undefined ? undefined : (round(converted(own, till) + noise) as Minor)
}

function converted(minor: Minor, { currency, shopCurrency, rate }: Till): number {
  return minor * rate * 10 ** (digitsOf(currency) - digitsOf(shopCurrency))
}
