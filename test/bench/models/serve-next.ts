import type { CustomerId, ProductId, ShopId } from '#app/commerce/ids.ts'
import type { CustomerLists } from '#app/models/customers/customer-lists.ts'
import { writeLists } from '#app/models/customers/write-lists.ts'
import type { SlotMix } from '#app/commerce/placement.ts'
import { joinHandles } from '#app/serve/handles.ts'
import type { OfferRequest } from '#app/serve/read-offer-request.ts'
import { recommend } from '#app/serve/recommend.ts'
import { readCustomers, writeCustomers } from '#app/serve/snapshots/customer-snapshot.server.ts'
import type { WireAnswer } from '#app/serve/wire.ts'

const SHOP = 'bench.myshopify.com' as ShopId
const DAY = 24 * 60 * 60 * 1_000
/** A home page with a slot for what is used up and behind it what is new: all that a list holds of either is shown in its order. */
const SOURCES = [{ lock: 'open', sources: ['buy-again', 'next-for-you'] }] as const satisfies readonly SlotMix[]

/**
 * What the storefront door answers a signed-in customer on a home page of which nothing is published, on a day of the log: indexes of
 * products, best first. The lists go through the bytes in which they reach the door.
 */
export function serveNext(lists: CustomerLists, products: number): (customer: number, day: number) => readonly number[] {
  const snapshot = readCustomers(writeCustomers(SHOP, writeLists(lists)))
  if (typeof snapshot === 'string') throw new Error(`The lists cannot be read: they are ${snapshot}`)
  const ids = Float64Array.from({ length: products }, (_, at) => at + 1)
  const none = new Float64Array()
  const offerable = {
    ...{ timezone: 'UTC', mixes: { home: SOURCES }, byAnybody: ids, byRulesAlone: none, apart: [], lacks: new Map(), only: new Map() },
    handles: joinHandles([]),
  }
  return (customer, day) => {
    const answer = recommend(askOf(customer), { pageOf: () => undefined, offerable, nextFor: snapshot.nextFor(customer) }, day * DAY)
    if (answer.kind === 'nothing') return []
    return (JSON.parse(answer.wire) as WireAnswer).cards.map(({ product }) => product - 1)
  }
}

function askOf(customer: number): OfferRequest {
  return {
    ...{ placement: 'home', slot: 0, product: undefined as ProductId | undefined, customer: customer as CustomerId, cart: [] },
    ...{ market: null, language: 'en', seen: new Set<ProductId>(), told: new Map(), held: new Set<ProductId>(), drawn: undefined },
  }
}
