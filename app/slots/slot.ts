import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Lock, Placement } from '#app/commerce/placement.ts'
import type { Amounts } from '#app/offers/discount.ts'
import type { PairCounts } from '#app/models/pairs/evidence.ts'
import type { MomentFact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import type { NeedMet } from '#app/rules/need.ts'

/** Why a card stands where it does. */
export type Reason =
  | { readonly by: 'rule'; readonly rule: RuleId; readonly name: string }
  | { readonly by: 'bought-together'; readonly model: string; readonly counts: PairCounts }
  | { readonly by: 'look-alikes' }
  /** `units` were sold lately. */
  | { readonly by: 'popular'; readonly units: number }
  /** The merchant put it before whatever the machine would show. */
  | { readonly by: 'pinned' }

/** What tells, of an author, which of his words it was. */
export function refOf(reason: Reason): string {
  switch (reason.by) {
    case 'rule':
      return reason.rule
    case 'bought-together':
      return reason.model
    case 'look-alikes':
    case 'popular':
    case 'pinned':
      return reason.by
    default:
      return reason satisfies never
  }
}

/** One author's word for a card. */
export interface Choice {
  readonly reason: Reason
  /** How many packs are offered, and for what need; one piece where absent. */
  readonly need?: NeedMet
  /** In the cart it hangs on the product that it is offered beside. */
  readonly nest?: true
  /** In a cart that is not delivered free yet, it comes first where it closes the gap. */
  readonly closesGap?: true
  /** In a cart it may take the place of the product that it is offered beside; by `subscription` that product itself does. */
  readonly instead?: true | 'subscription'
  /** It is a gift, from so much in the cart on. */
  readonly giftFrom?: Amounts
  /** What must hold when the page is drawn; nothing where absent. */
  readonly guard?: Tree<MomentFact>
}

export interface Card extends Choice {
  readonly product: ProductId
  /** Who else chose the product, in their order: the first stands whose guard holds. */
  readonly otherwise?: readonly Choice[]
  /** Cards before it beside which it never stands: where one of them is shown, this one is not. */
  readonly apart?: readonly ProductId[]
  /** Handles of the markets that do not sell it, folded: it is not shown there. */
  readonly notIn?: readonly string[]
  /** On a collection's page it is shown only where the collection holds it. */
  readonly here?: true
}

/** What stands in a slot. Nothing is an answer, and says why. */
export type Slot =
  | { readonly kind: 'filled'; readonly cards: readonly Card[] }
  | {
      readonly kind: 'nothing'
      readonly why: 'page-not-shown' | 'off' | 'no-rule-offers' | 'no-rule-and-too-little-evidence'
    }

/** Cards published for a slot that stand at any moment: more than are shown, since some are sold out or in the cart by then. */
export const SLOT_SIZE = 12

/** The slots of one placement, from the top of the page down. */
export interface FilledPlacement {
  readonly placement: Placement
  readonly slots: readonly FilledSlot[]
}

export interface FilledSlot {
  readonly lock: Lock
  readonly slot: Slot
}

/** Cards published in all, those included that wait for their moment. */
export const MOST_CARDS = 30
