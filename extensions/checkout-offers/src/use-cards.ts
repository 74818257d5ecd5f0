import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ProductId } from '../../../app/commerce/ids.ts'
import type { Placement } from '../../../app/commerce/placement.ts'
import { deliveryFor } from '../../../app/slots/delivery/delivery-for.ts'
import { candidatesOf, type Candidate } from './choose/candidates.ts'
import { draw, type ShownCard } from './choose/draw.ts'
import { swapOf } from './choose/swap-of.ts'
import { productIn, type Offer } from './offers.ts'
import { notesIn } from './read/notes-in.ts'
import type { PageApi } from './read/page-api.ts'
import { askStorefront, type Told } from './read/storefront.ts'
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
    .filter((one) => !cart.has(one.product) && isWanted(one))
    .slice(0, MOST_ASKED * 2)
  const wanted = [...new Set(candidates.map(({ product }) => product))].slice(0, MOST_ASKED)
  // Only a guard asks what the products in the cart are.
  const asked = candidates.some(({ words }) => words.some((word) => word.if !== undefined)) ? [...cart] : []
  const { told, ask } = useTold(api, wanted, asked)

  const language = api.localization.language.value.isoCode
  if (wanted.length === 0) return { shown: NOTHING, ask }
  if (!told) return { shown: { kind: 'loading', rows: Math.min(most, wanted.length) } as const, ask }
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
  const canSwap = (product: ProductId, offer: Offer) => swapOf(product, offer, lines) !== undefined
  return { shown: { kind: 'cards', cards: draw(candidates, visit, offerOf, most, { gap, canSwap }), gap } as const, ask }
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
function useTold(api: PageApi, wanted: readonly ProductId[], cart: readonly ProductId[]) {
  const [answer, setAnswer] = useState<{ readonly told: Told; readonly of: ReadonlySet<ProductId> }>()
  const country = api.localization.country.value?.isoCode
  const language = api.localization.language.value.isoCode
  const isKnown = answer !== undefined && [...wanted, ...cart].every((product) => answer.of.has(product))
  const question = `${wanted.join()};${cart.join()};${country};${language}`

  async function ask(): Promise<Told> {
    const told = (await askStorefront(api.query, wanted, cart, { country, language })) ?? { offers: new Map(), goods: new Map() }
    setAnswer({ told, of: new Set([...wanted, ...cart]) })
    return told
  }

  useEffect(() => {
    if (wanted.length > 0 && !isKnown) void ask()
  }, [question])
  return { told: answer?.told, ask }
}
