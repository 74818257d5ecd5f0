import { SHOP_PAGE } from '#app/commerce/ids.ts'
import { chooseCards } from './choose-cards.ts'
import { drawCards, type Bought } from './draw-cards.ts'
import { handleOf, looksOf } from './offerable.ts'
import type { OfferRequest } from './read-offer-request.ts'
import type { ServedShop } from './served-shop.ts'
import { toWire } from './wire.ts'

export type Recommended =
  { readonly kind: 'cards'; readonly wire: string } | { readonly kind: 'nothing'; readonly why: 'shop-not-served' | 'nothing-published' }

/** As much as an answer has room for: of some ten facts each. */
const MOST_BOUGHT = 5

/**
 * What to show for what was asked, on a day. A shop that was never published, or has left, is not served. A stranger who says
 * nothing of the visit gets what is published, as it was written.
 */
export function recommend(ask: OfferRequest, shop: ServedShop | undefined, now: number): Recommended {
  if (!shop) return { kind: 'nothing', why: 'shop-not-served' }
  if (isPlain(ask)) {
    const wire = shop.pageOf(ask.product ?? SHOP_PAGE)?.standing(ask.placement)
    return wire ? { kind: 'cards', wire } : { kind: 'nothing', why: 'nothing-published' }
  }
  const cards = chooseCards(ask, shop, now)
  if (cards.length === 0) return { kind: 'nothing', why: 'nothing-published' }
  return { kind: 'cards', wire: JSON.stringify(toWire(cards)) }
}

/** The same for Shopify to draw: what is chosen for the visit, with the card's markup in the shopper's language. */
export function recommendDrawn(ask: OfferRequest, showsPrice: boolean, shop: ServedShop, now: number, markup: string): string {
  const { placement, slot } = ask
  const cards = chooseCards(ask, shop, now).flatMap((card) => {
    const handle = shop.offerable && handleOf(shop.offerable, card.product)
    return handle === undefined ? [] : [{ ...card, handle }]
  })
  return drawCards(cards, { placement, slot, showsPrice, markup, bought: lookedAtBefore(shop) })
}

/** Products that the customer has bought: what is true of them tells what may be said of others. Nobody who is held out has any. */
function lookedAtBefore({ offerable, nextFor }: ServedShop): readonly Bought[] {
  if (!offerable?.looks) return []
  const bought = nextFor.filter(({ kind }) => kind !== 'next').map(({ product }) => ({ product, looks: looksOf(offerable, product) }))
  return bought.filter(({ looks }) => looks.length > 0).slice(0, MOST_BOUGHT)
}

/** Whether the ask says no more than which page it is for. */
function isPlain({ slot, customer, cart, market, language, seen }: OfferRequest): boolean {
  return slot === 0 && customer === undefined && cart === undefined && !market && !language && seen.size === 0
}
