import type { Ineligible } from '#app/catalog/eligible.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { readAmount } from '#app/commerce/money.ts'
import type { Amounts } from '#app/offers/discount.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { closersFirst } from './delivery/closers-first.ts'
import { drawInOrder, type Drawn } from './draw-in-order.ts'
import type { Card, Choice } from './slot.ts'

/** What of the page decides, beside the visit. */
interface DrawnWhere {
  readonly holdsHere?: (product: ProductId) => boolean
  readonly isCart?: boolean
  /** What the cheapest piece of a product that can be bought costs, in minor units of the shop's currency. */
  readonly priceOf?: (product: ProductId) => number | undefined
  /** The shop's own; without it no gift is reached. */
  readonly currency?: string
}

export type DrawnCard = Drawn<Card, Choice>

/**
 * What a shopper sees of a slot's cards at a moment, and why not the rest: just what the theme's block draws. `mostShown` is
 * how many cards the block may show; `whyNot` tells why a product cannot be bought.
 */
export function drawSlot(
  cards: readonly Card[],
  moment: Moment,
  mostShown: number,
  whyNot: (product: ProductId) => Ineligible | undefined,
  { holdsHere = () => true, isCart = false, priceOf = () => undefined, currency = '' }: DrawnWhere = {},
): DrawnCard[] {
  const inCart = new Set(moment.cart.lines.map(({ product }) => product.id))
  const market = moment.market === null ? null : foldAsLiquid(moment.market)
  const isApart = ({ apart }: Card, other: ProductId) => apart?.includes(other) ?? false
  const worthOf = (card: Card) => {
    const price = wordsOf(card).some(({ closesGap }) => closesGap) ? priceOf(card.product) : undefined
    return price === undefined ? undefined : price * (card.need?.packs ?? 1)
  }
  const inOrder = isCart ? closersFirst(cards, moment.cart.toFreeDelivery, worthOf) : cards
  const mayRepeat = (card: Card) => wordsOf(card).some(({ instead }) => instead === 'subscription')
  return drawInOrder(inOrder, { inCart, market, mostShown, whyNot, holdsHere, isCart, mayRepeat, isApart }, (card) =>
    wordsOf(card).find(
      ({ guard, giftFrom }) => (guard === undefined || holdsNow(guard, moment)) && (!giftFrom || isReached(giftFrom, moment, currency)),
    ),
  )
}

const wordsOf = (card: Card): readonly Choice[] => [card, ...(card.otherwise ?? [])]

function isReached(from: Amounts, { cart }: Moment, currency: string): boolean {
  const amount = readAmount(from[currency], currency)
  return amount !== undefined && cart.subtotal !== null && cart.subtotal >= amount
}
