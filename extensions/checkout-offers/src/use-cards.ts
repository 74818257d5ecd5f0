import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ProductId } from '../../../app/commerce/ids.ts'
import type { Placement } from '../../../app/commerce/placement.ts'
import { deliveryFor } from '../../../app/slots/delivery/delivery-for.ts'
import { candidatesOf, type Candidate } from './choose/candidates.ts'
import { draw, isItself, type ShownCard } from './choose/draw.ts'
import { subscriptionOf } from './choose/subscription-of.ts'
import { swapOf } from './choose/swap-of.ts'
import { productIn, type Offer } from './offers.ts'
import { notesIn } from './read/notes-in.ts'
import type { PageApi } from './read/page-api.ts'
import { askStorefront, NOTHING_TOLD, type Asked, type Told } from './read/storefront.ts'
import { visitOf, type PageLine } from './read/visit-of.ts'

/** What a block shows: as many grey rows as it may come to show, or its cards; nothing where there are none. */
export type Shown =
  | { readonly kind: 'loading'; readonly rows: number }
  | { readonly kind: 'cards'; readonly cards: readonly ShownCard[]; readonly gap?: number | undefined }

interface Wanted {
  readonly placement: Placement
  readonly most: number
  /** Beside which lines; beside all where absent. */
  readonly beside?: readonly PageLine[]
  readonly isWanted?: (candidate: Candidate) => boolean
  readonly isOffered?: (offer: Offer) => boolean
}

/** Products that are asked for at once. */
const MOST_ASKED = 24
const NOTHING: Shown = { kind: 'cards', cards: [] }

/** The cards of a block on a page about a cart or an order, and a way to ask Shopify anew for what can be bought. */
export function useCards(api: PageApi, { placement, most, beside, isWanted = () => true, isOffered = () => true }: Wanted) {
  const lines = api.lines.value
  const notes = useMemo(() => notesIn(api.appMetafields.value), [api.appMetafields.value])
  const productsIn = (of: readonly PageLine[]) => of.flatMap((line) => productIn(line.merchandise.product.id) ?? [])
  const cart = new Set(productsIn(lines))
  const market = api.localization.market.value
  const candidates = candidatesOf(placement, 0, productsIn(beside ?? lines), (product) => notes.get(product))
    .filter((one) => (isItself(one) || !cart.has(one.product)) && isWanted(one))
    .slice(0, MOST_ASKED * 2)
  const offers = [...new Set(candidates.map(({ product }) => product))].slice(0, MOST_ASKED)
  // Only a guard asks what the products in the cart are.
  const asked = candidates.some(({ words }) => words.some((word) => word.if !== undefined)) ? [...cart] : []
  const plans = candidates.filter(isItself).map(({ product }) => product)
  const { told, ask } = useTold(api, { offers, cart: asked, plans })
  const bySubscription = (product: ProductId) => (told ? subscriptionOf(product, told.plans, lines) : undefined)

  const language = api.localization.language.value.isoCode
  if (offers.length === 0) return { shown: NOTHING, ask, bySubscription }
  if (!told) return { shown: { kind: 'loading', rows: Math.min(most, offers.length) } as const, ask, bySubscription }
  const visit = visitOf({
    lines,
    subtotal: api.cost.subtotalAmount.value,
    customer: customerOf(api),
    market,
    language,
    goods: told.goods,
    zone: [...notes.values()].find(({ zone }) => zone !== undefined)?.zone,
    now: new Date(),
  })
  const offerOf = (product: ProductId) => {
    const offer = told.offers.get(product)
    return offer && isOffered(offer) ? offer : undefined
  }
  const { subtotal } = visit
  const stated = [...notes.values()].find(({ free }) => free.length > 0)?.free
  const at = subtotal && deliveryFor(stated, { market: visit.market ?? null, currency: subtotal.currency })
  const gap = at === undefined || !subtotal ? undefined : Math.max(0, at - subtotal.hundredths)
  const canSwap = (beside: ProductId, offer: Offer) =>
    (offer.product === beside ? bySubscription(beside) : swapOf(beside, offer, lines)) !== undefined
  return { shown: { kind: 'cards', cards: draw(candidates, visit, offerOf, most, { gap, canSwap }), gap } as const, ask, bySubscription }
}

/** Null where nobody is signed in; undefined where Shopify does not let the app know, which it says in more ways than one. */
function customerOf(api: PageApi) {
  try {
    return api.buyerIdentity && (api.buyerIdentity.customer.value ?? null)
  } catch {
    return undefined
  }
}

/** What Shopify tells of products; asked once, and again for products that it was not asked of, while the old answer stands. */
function useTold(api: PageApi, asked: Asked) {
  const [answer, setAnswer] = useState<{ readonly told: Told; readonly of: ReadonlySet<ProductId> }>()
  const country = api.localization.country.value?.isoCode
  const language = api.localization.language.value.isoCode
  const { offers, cart, plans } = asked
  const isKnown = answer !== undefined && [...offers, ...cart, ...plans].every((product) => answer.of.has(product))
  const question = `${offers.join()};${cart.join()};${plans.join()};${country};${language}`

  async function ask(): Promise<Told> {
    const told = (await askStorefront(api.query, asked, { country, language })) ?? NOTHING_TOLD
    setAnswer({ told, of: new Set([...offers, ...cart, ...plans]) })
    return told
  }

  useEffect(() => {
    if (offers.length > 0 && !isKnown) void ask()
  }, [question])
  return { told: answer?.told, ask }
}
