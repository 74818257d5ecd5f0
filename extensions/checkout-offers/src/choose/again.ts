import type { ProductId } from '../../../../app/commerce/ids.ts'
import { gidOf, OFFER_FIELDS, productIn, readOffer, type Offer, type OfferNode } from '../offers.ts'
import { readNotes, type ReadNotes } from '../read/read-notes.ts'
import { askStorefront, contextOf, type Query, type Shopper } from '../read/storefront.ts'
import { visitOf } from '../read/visit-of.ts'
import { candidatesOf } from './candidates.ts'
import { draw, type ShownCard } from './draw.ts'
import { dueOf, type Due, type PastOrder } from './due.ts'

/** What a customer's account shows: what is used up by now, and what rules name beside what was bought last. */
export interface Again {
  readonly due: readonly (Due & { readonly offer: Offer })[]
  readonly cards: readonly ShownCard[]
}

const BOUGHT = `query Bought($ids: [ID!]!, $country: CountryCode, $language: LanguageCode) @inContext(country: $country, language: $language) {
nodes(ids: $ids) { ... on Product { ${OFFER_FIELDS} notes: metafield(key: "offer_notes") { value } } } }`
/** Of all that was ever bought, what was bought last. */
const MOST_BOUGHT = 40

type BoughtNode = OfferNode & { readonly notes?: { readonly value: string } | null }

/** Undefined where Shopify does not answer. */
async function askBought(query: Query, products: readonly ProductId[], shopper: Shopper) {
  const variables = { ids: products.slice(0, MOST_BOUGHT).map(gidOf), ...contextOf(shopper) }
  const { data } = await query(BOUGHT, { variables }).catch(() => ({ data: undefined }))
  const nodes = (data as { nodes?: readonly (BoughtNode | null)[] } | undefined)?.nodes ?? []
  const offers = new Map<ProductId, Offer>()
  const notes = new Map<ProductId, ReadNotes>()
  for (const node of nodes) {
    const offer = readOffer(node)
    const read = readNotes(node?.notes?.value)
    const product = productIn(node?.id)
    if (offer) offers.set(offer.product, offer)
    if (product && read) notes.set(product, read)
  }
  return { offers, notes }
}

/** `orders` come newest first; `now` in milliseconds. */
export async function findAgain(query: Query, orders: readonly PastOrder[], shopper: Shopper, now: number, most: number): Promise<Again> {
  const bought = [...new Set(orders.flatMap(({ products }) => products))]
  if (bought.length === 0) return { due: [], cards: [] }
  const { offers, notes } = await askBought(query, bought, shopper)
  const due = dueOf(orders, (product) => notes.get(product)?.again, now)
    .flatMap((one) => {
      const offer = offers.get(one.product)
      return offer ? [{ ...one, offer }] : []
    })
    .slice(0, most)
  const last = orders[0]?.products ?? []
  const candidates = candidatesOf('account', 0, last, (product) => notes.get(product))
  const wanted = [...new Set(candidates.map(({ product }) => product))].slice(0, MOST_BOUGHT)
  if (wanted.length === 0 || due.length === most) return { due, cards: [] }
  const told = await askStorefront(query, { offers: wanted, cart: [], plans: [] }, shopper)
  const visit = visitOf({
    lines: [],
    subtotal: undefined,
    customer: {},
    market: undefined,
    language: shopper.language,
    goods: new Map(),
    zone: [...notes.values()].find(({ zone }) => zone !== undefined)?.zone,
    now: new Date(now),
  })
  const isShown = new Set(due.map(({ product }) => product))
  const others = candidates.filter(({ product }) => !isShown.has(product) && !last.includes(product))
  // The account has no cart: what a guard asks of one is not known there.
  const cards = draw(others, { ...visit, cart: undefined }, (product) => told?.offers.get(product), most - due.length)
  return { due, cards }
}
