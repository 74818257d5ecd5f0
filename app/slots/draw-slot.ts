import type { Ineligible } from '#app/catalog/eligible.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { drawInTurn, type Drawn } from './draw-in-turn.ts'
import type { Card, Choice } from './slot.ts'

/** What of the page decides, beside the visit. */
interface DrawnWhere {
  readonly holdsHere?: (product: ProductId) => boolean
  readonly isCart?: boolean
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
  { holdsHere = () => true, isCart = false }: DrawnWhere = {},
): DrawnCard[] {
  const inCart = new Set(moment.cart.lines.map(({ product }) => product.id))
  const market = moment.market === null ? null : foldAsLiquid(moment.market)
  const isApart = ({ apart }: Card, other: ProductId) => apart?.includes(other) ?? false
  return drawInTurn(cards, { inCart, market, mostShown, whyNot, holdsHere, isCart, isApart }, (card) =>
    [card, ...(card.otherwise ?? [])].find(({ guard }) => guard === undefined || holdsNow(guard, moment)),
  )
}
