import type { Ineligible } from '#app/catalog/eligible.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import { foldAsLiquid } from '#app/rules/conditions/fold-as-liquid.ts'
import type { Moment } from '#app/rules/moment.ts'
import type { Card, Choice } from './slot.ts'

/** Why a published card is not shown to a shopper. */
export type Withheld =
  | { readonly kind: 'in-cart' }
  | { readonly kind: 'cannot-be-bought'; readonly why: Ineligible }
  | { readonly kind: 'not-in-market' }
  | { readonly kind: 'apart'; readonly from: ProductId }
  | { readonly kind: 'not-now' }
  /** The collection that is looked at does not hold it. */
  | { readonly kind: 'not-here' }
  | { readonly kind: 'no-room' }

/** What of the page decides, beside the visit. */
interface DrawnWhere {
  /** Whether the collection that is looked at holds a product. */
  readonly holdsHere?: (product: ProductId) => boolean
  /** Whether the slot stands in a cart: what lies there is then kept apart from as what is shown is. */
  readonly isCart?: boolean
}

export type DrawnCard =
  | { readonly kind: 'shown'; readonly card: Card; readonly choice: Choice }
  | { readonly kind: 'withheld'; readonly card: Card; readonly why: Withheld }

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
  const shown = new Set<ProductId>()
  return cards.map((card): DrawnCard => {
    const withheld = (why: Withheld): DrawnCard => ({ kind: 'withheld', card, why })
    if (shown.size === mostShown) return withheld({ kind: 'no-room' })
    if (inCart.has(card.product)) return withheld({ kind: 'in-cart' })
    const why = whyNot(card.product)
    if (why) return withheld({ kind: 'cannot-be-bought', why })
    if (moment.market !== null && card.notIn?.includes(foldAsLiquid(moment.market))) return withheld({ kind: 'not-in-market' })
    if (card.here && !holdsHere(card.product)) return withheld({ kind: 'not-here' })
    const from = card.apart?.find((other) => shown.has(other) || (isCart && inCart.has(other)))
    if (from !== undefined) return withheld({ kind: 'apart', from })
    const choice = [card, ...(card.otherwise ?? [])].find(({ guard }) => guard === undefined || holdsNow(guard, moment))
    if (!choice) return withheld({ kind: 'not-now' })
    shown.add(card.product)
    return { kind: 'shown', card, choice }
  })
}
