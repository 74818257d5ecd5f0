import type { CustomerId } from '#app/commerce/ids.ts'
import type { OfferRequest } from '#app/serve/read-offer-request.ts'

/** What a block of the home page asks for a customer; of the visit it says nothing but what is given. */
export const anAsk = (parts: Partial<OfferRequest> = {}): OfferRequest => ({
  placement: 'home',
  slot: 0,
  product: undefined,
  customer: 7 as CustomerId,
  cart: undefined,
  market: undefined,
  language: undefined,
  seen: new Set(),
  told: new Map(),
  held: new Set(),
  drawn: undefined,
  ...parts,
})
