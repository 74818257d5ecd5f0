import { SHOP_PAGE } from '#app/commerce/ids.ts'
import { chooseCards } from './choose-cards.ts'
import { drawCards } from './draw-cards.ts'
import { handleOf } from './offerable.ts'
import type { OfferRequest } from './read-offer-request.ts'
import type { ServedShop } from './served-shop.ts'
import { toWire } from './wire.ts'

export type Recommended =
  { readonly kind: 'cards'; readonly wire: string } | { readonly kind: 'nothing'; readonly why: 'shop-not-served' | 'nothing-published' }

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
  return drawCards(cards, { placement, slot, showsPrice, markup })
}

/** Whether the ask says no more than which page it is for. */
function isPlain({ slot, customer, cart, market, language, seen }: OfferRequest): boolean {
  return slot === 0 && customer === undefined && cart === undefined && !market && !language && seen.size === 0
}
