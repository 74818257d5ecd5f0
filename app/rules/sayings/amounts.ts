import { digitsOf } from '#app/commerce/money.ts'
import type { Meaning } from './item.ts'

/** A way to say something with figures in it; `read` says what it means, undefined where it means nothing after all. */
export interface Pattern {
  /** Sticky, of small letters. */
  readonly says: RegExp
  read(match: RegExpExecArray, currency: string): Meaning | readonly Meaning[] | undefined
}

const MONEY = String.raw`(?:[€$£]\s*)?(\d+(?:[.,]\d+)?)\s*(?:[€$£]|euros?\b|eur\b|dollars?\b)?`
const SURE_MONEY = String.raw`(?:[€$£]\s*(\d+(?:[.,]\d+)?)|(\d+(?:[.,]\d+)?)\s*(?:[€$£]|euros?\b|eur\b|dollars?\b))`
const COSTING = String.raw`(?:that cost |which cost |costing |priced |for )?`
const OVER = String.raw`(?:over|above|more than|at least|from)`
const UNDER = String.raw`(?:under|below|less than|cheaper than|at most|up to)`
const CART = String.raw`(?:(?:if|when|with|for) )?(?:the |a )?(?:carts?|baskets?)(?: total| value)?(?: is)?(?: worth)? `

const pattern = (says: string, read: Pattern['read']): Pattern => ({ says: new RegExp(`${says}(?![\\p{L}\\d])`, 'uy'), read })
const minor = (amount: string | undefined, currency: string): number =>
  Math.round(Number((amount ?? '').replace(',', '.')) * 10 ** digitsOf(currency))
const price = (atLeast: number | null, atMost: number | null): Meaning => ({
  kind: 'fact',
  isHead: false,
  fact: { kind: 'price', atLeast, atMost },
})
const cart = (atLeast: number | null, atMost: number | null): Meaning => ({
  kind: 'moment',
  fact: { kind: 'cart-subtotal', atLeast, atMost },
})
const share = (percent: number): Meaning => ({ kind: 'join', join: { kind: 'price-share', percent } })

/** Amounts of money and shares of a price, of a product or of the cart, the longest ways to say them first. */
export const AMOUNTS: readonly Pattern[] = [
  pattern(`${CART}${OVER} ${MONEY}`, ([, amount], currency) => cart(minor(amount, currency), null)),
  pattern(`${CART}${UNDER} ${MONEY}`, ([, amount], currency) => cart(null, minor(amount, currency))),
  pattern(String.raw`(?:that cost |costing )?(?:at most|no more than|up to|under|below) (\d+) ?% of`, ([, percent]) => [
    share(Number(percent)),
    { kind: 'beside' },
  ]),
  pattern('(?:at most|no more than|up to|under|below) half (?:of )?the price', () => share(50)),
  pattern('cheaper(?= [\\p{L}]+ than)', () => share(100)),
  pattern(`${COSTING}(?:between|from) ${MONEY} (?:and|to) ${MONEY}`, ([, low, high], currency) =>
    price(minor(low, currency), minor(high, currency)),
  ),
  pattern(`${COSTING}(?:over|above|more than) ${MONEY}(?! orders)`, ([, amount], currency) => price(minor(amount, currency), null)),
  pattern(`${COSTING}(?:under|below|less than|cheaper than) ${MONEY}`, ([, amount], currency) => price(null, minor(amount, currency))),
  pattern(`${COSTING}(?:at least|from|starting at) ${SURE_MONEY}`, ([, one, other], currency) =>
    price(minor(one ?? other, currency), null),
  ),
  pattern(`${COSTING}(?:at most|up to|no more than) ${SURE_MONEY}`, ([, one, other], currency) =>
    price(null, minor(one ?? other, currency)),
  ),
]
