import type { ShopState } from '../state/shop-state.ts'

/** In what a shopper pays. */
export interface Till {
  readonly currency: string
  /** How many of it one unit of the shop's own currency is worth. */
  readonly rate: number
  /** Behind the point: 0 or 2. */
  readonly digits: number
}

const WITHOUT_DIGITS = ['JPY', 'KRW', 'CLP', 'VND']

/** The currency of the market that visits belong to; the shop's own where it has none of its own. */
export function tillOf({ facts, markets }: Pick<ShopState, 'facts' | 'markets'>): Till {
  const market = [...markets.values()].find(({ handle }) => handle === facts.market)
  const currency = market?.currency ?? facts.currency
  return { currency, rate: market?.rate ?? 1, digits: WITHOUT_DIGITS.includes(currency) ? 0 : 2 }
}

/** Minor units of the shop's currency, which has two digits, in minor units of the till's. */
export function toTill(minor: number, { rate, digits }: Till): number {
  return rate === 1 && digits === 2 ? minor : Math.round((minor * rate) / 10 ** (2 - digits))
}

export function fromTill(minor: number, { rate, digits }: Till): number {
  return rate === 1 && digits === 2 ? minor : Math.round((minor * 10 ** (2 - digits)) / rate)
}

/** As Liquid and the cart API write money: a hundred for each unit, whatever the currency has behind the point. */
export function centsOf(minor: number, { digits }: Till): number {
  return minor * 10 ** (2 - digits)
}

/** The decimal text of an amount, as Shopify's APIs write it. */
export function amountOf(minor: number, { digits }: Till): string {
  const text = (minor / 10 ** digits).toFixed(digits)
  return text.includes('.') ? text.replace(/0$/, '') : `${text}.0`
}
