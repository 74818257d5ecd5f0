import type { RuleId } from '#app/commerce/ids.ts'
import { PLACEMENTS, type Placement } from '#app/commerce/placement.ts'
import type { Combines, Discount } from '#app/offers/discount.ts'
import type { Condition, When } from './conditions/condition.ts'
import type { Join } from './joins/joins.ts'

/**
 * What comes first: `picked` is the order in which `where` names products, `bought-together` that of the evidence from
 * orders, `margin` is price less cost, where the cost is known.
 */
export const SORTS = ['best-selling', 'picked', 'bought-together', 'margin', 'lowest-price', 'highest-price', 'newest'] as const
export type Sort = (typeof SORTS)[number]

/** Quantity by need: metafields that say how many pieces the trigger takes, and how many a pack of the offered product holds. */
export interface Need {
  readonly takes: string
  readonly holds: string
}

/** What is given off what a rule offers, and beside which other discounts. */
export type OfferDiscount = Discount & { readonly combines: Combines }

/** A merchant's cross-selling rule: when a shopper looks at such a product, offer such others. */
export interface Rule {
  readonly id: RuleId
  readonly name: string
  readonly state: 'draft' | 'active'
  /** 1 comes first, `LAST_PLACE` last. A rule that is saved in the admin has its own; of equal ones from elsewhere the lower id. */
  readonly priority: number
  readonly when: When
  /**
   * The placements for which it speaks; absent for every one where a product is looked at or lies in a cart: what is said to somebody
   * who has paid is said for that. Where a page is about no product, `when` sees one of which nothing is true.
   */
  readonly at?: readonly Placement[] | undefined
  readonly offer: {
    readonly where: Condition
    /** All of them must tie the offered product to the one looked at. */
    readonly joins: readonly Join[]
    /** Products that are never offered by this rule, whatever `where` says. */
    readonly except: Condition | null
    readonly sort: Sort
    /** At most so many products of this rule beside one product, 1 to 12. */
    readonly most: number
    /** Null offers one piece of each. */
    readonly need: Need | null
    /** In the cart what is offered hangs on the product beside which it was, and leaves with it: Shopify's nested cart lines. */
    readonly nest?: true | undefined
    /** In a cart that is not delivered free yet, what closes the gap comes first in the slot, the cheapest such before dearer ones. */
    readonly closesGap?: true | undefined
    /**
     * In a cart what is offered may take the place of the product beside which it is offered, piece by piece: another product, or by
     * `subscription` the product itself, where `where` holds of it and Shopify knows a plan for it.
     */
    readonly instead?: true | 'subscription' | undefined
    /** Off each piece, as long as what it is offered beside is in the cart as well. Whether a shopper was shown the offer changes nothing. */
    readonly discount?: OfferDiscount | undefined
  }
  /** Where this rule offers something, later rules offer nothing. */
  readonly stop: boolean
  /** Offers only where no other rule does. */
  readonly fallback: boolean
}

/** The cards that a slot can hold, and so the most that a rule can offer. */
export const MOST_OFFERED = 12

/** Whether a rule speaks for a placement in so many words, and so also where there is no product to speak of. */
export function isNamed({ at, offer }: Pick<Rule, 'at' | 'offer'>, placement: Placement): boolean {
  return (at?.includes(placement) ?? false) && !isOfCarts(offer)
}

/** Whether a rule that names no placement speaks for this one. */
export function speaksByDefault(placement: Placement): boolean {
  const { about } = PLACEMENTS[placement]
  return about === 'product' || about === 'cart'
}

/** Whether a rule says something of what stands at a placement. What takes a product's place, and what is a gift, does so in carts alone. */
export function speaksFor({ at, offer }: Pick<Rule, 'at' | 'offer'>, placement: Placement): boolean {
  if (isOfCarts(offer) && PLACEMENTS[placement].about !== 'cart') return false
  return at ? at.includes(placement) : speaksByDefault(placement)
}

function isOfCarts({ instead, discount }: Rule['offer']): boolean {
  return instead !== undefined || discount?.kind === 'gift'
}
