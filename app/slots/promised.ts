import type { Minor } from '#app/commerce/money.ts'
import type { Discount } from '#app/offers/discount.ts'

/**
 * What a card says comes off it. Anybody can read it: it holds neither what a piece costs the merchant nor how low he goes. Where he set a
 * floor, `at` has the prices of its variants as they were published and what comes off each, in minor units of the shop's currency: of
 * any other price, and in any other currency, nothing is promised.
 */
export type Promised = Discount & { readonly at?: readonly (readonly [price: Minor, off: Minor])[] }
