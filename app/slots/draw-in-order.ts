import type { Ineligible } from '#app/catalog/eligible.ts'
import type { ProductId } from '#app/commerce/ids.ts'

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

/** A card, as far as it matters whether it is shown. */
export interface Drawable {
  readonly product: ProductId
  readonly apart?: readonly ProductId[]
  /** Folded. */
  readonly notIn?: readonly string[]
  readonly here?: true
}

/** What decides on that, beside the card. */
export interface Scene<Card extends Drawable> {
  readonly inCart: ReadonlySet<ProductId>
  /** Folded. */
  readonly market: string | null
  readonly mostShown: number
  readonly whyNot: (product: ProductId) => Ineligible | undefined
  /** Whether the collection that is looked at holds a product. */
  readonly holdsHere: (product: ProductId) => boolean
  /** Whether the slot stands in a cart: what lies there is then kept apart from as what is shown is. */
  readonly isCart: boolean
  /** What else stands there. */
  readonly onPage?: readonly ProductId[]
  /** Whether a card offers what lies in the cart in another way. */
  readonly mayRepeat?: (card: Card) => boolean
  /** Whether a card is never shown beside a product. */
  readonly isApart: (card: Card, other: ProductId) => boolean
}

export type Drawn<Card, Choice> =
  | { readonly kind: 'shown'; readonly card: Card; readonly choice: Choice }
  | { readonly kind: 'withheld'; readonly card: Card; readonly why: Withheld }

/**
 * What is shown of cards, in their order, and why not the rest: the one answer of the theme's block, the merchant's preview and
 * the storefront door. `choose` finds whose word a card stands by at the moment, if anybody's.
 */
export function drawInOrder<Card extends Drawable, Choice>(
  cards: readonly Card[],
  { inCart, market, mostShown, whyNot, holdsHere, isCart, onPage = [], mayRepeat = () => false, isApart }: Scene<Card>,
  choose: (card: Card) => Choice | undefined,
): Drawn<Card, Choice>[] {
  const beside: ProductId[] = [...onPage, ...(isCart ? inCart : [])]
  const placed: Card[] = []
  return cards.map((card): Drawn<Card, Choice> => {
    const withheld = (why: Withheld): Drawn<Card, Choice> => ({ kind: 'withheld', card, why })
    if (placed.length === mostShown) return withheld({ kind: 'no-room' })
    if (inCart.has(card.product) && !mayRepeat(card)) return withheld({ kind: 'in-cart' })
    const why = whyNot(card.product)
    if (why) return withheld({ kind: 'cannot-be-bought', why })
    if (market !== null && card.notIn?.includes(market)) return withheld({ kind: 'not-in-market' })
    if (card.here && !holdsHere(card.product)) return withheld({ kind: 'not-here' })
    const from = beside.find((other) => isApart(card, other)) ?? placed.find((other) => isApart(other, card.product))?.product
    if (from !== undefined) return withheld({ kind: 'apart', from })
    const choice = choose(card)
    if (!choice) return withheld({ kind: 'not-now' })
    placed.push(card)
    beside.push(card.product)
    return { kind: 'shown', card, choice }
  })
}
