import type { ProductId } from '#app/commerce/ids.ts'
import type { OfferRequest } from '#app/serve/read-offer-request.ts'
import { recommend } from '#app/serve/recommend.ts'
import { readCustomers } from '#app/serve/snapshots/customer-snapshot.server.ts'
import { readOfferableSnapshot } from '#app/serve/snapshots/offerable-snapshot.server.ts'
import { readPublished } from '#app/serve/snapshots/published-snapshot.server.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { customerOf, productOf, snapshotsOf } from './shops.ts'

const SIZE = { products: 2_000, customers: 2_000 }
const CART = 3

/** Asks of signed-in customers, each with a cart of three, and the storefront door's answer to one: all that it does but signature and wire. */
export function signedIn(asks: number) {
  const snapshots = snapshotsOf(0, SIZE)
  const published = readPublished(snapshots['published_snapshot']!)
  const customers = readCustomers(snapshots['customer_snapshot']!)
  const offerable = readOfferableSnapshot(snapshots['offerable_snapshot']!)
  if (typeof published === 'string' || typeof customers === 'string' || typeof offerable === 'string')
    throw new Error('A snapshot of the bench cannot be read')
  const luck = luckOf('signed in')
  const anyProduct = () => productOf(luck.below(SIZE.products))
  const askOf = (about: 'product-page' | 'home'): OfferRequest => ({
    ...{
      placement: about,
      slot: 0,
      product: about === 'home' ? undefined : anyProduct(),
      customer: customerOf(luck.below(SIZE.customers)),
    },
    cart: Array.from({ length: CART }, () => ({ product: anyProduct(), quantity: 1 })),
    ...{ market: null, language: 'en', seen: new Set<ProductId>(), told: new Map(), held: new Set<ProductId>(), drawn: undefined },
  })
  const now = Date.now()
  return {
    besideProducts: Array.from({ length: asks }, () => askOf('product-page')),
    onHome: Array.from({ length: asks }, () => askOf('home')),
    answer(ask: OfferRequest): void {
      const shop = { pageOf: published.pageOf, offerable: offerable.offerable, nextFor: customers.nextFor(ask.customer!) }
      if (recommend(ask, shop, now).kind === 'nothing') throw new Error('A customer with full lists was offered nothing')
    },
  }
}
