import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { PairCounts } from '#app/models/evidence.ts'

/** Why a card stands where it does. */
export type Reason =
  | { readonly by: 'rule'; readonly rule: RuleId; readonly name: string }
  | { readonly by: 'bought-together'; readonly model: string; readonly counts: PairCounts }

export interface Card {
  readonly product: ProductId
  readonly reason: Reason
}

/** What stands in a slot. Nothing is an answer, and says why. */
export type Slot =
  | { readonly kind: 'filled'; readonly cards: readonly Card[] }
  | { readonly kind: 'nothing'; readonly why: 'page-not-shown' | 'no-rule-offers' | 'no-rule-and-too-little-evidence' }

/** Cards published for a slot: more than are shown, since the shop leaves out at the last moment what is sold out or in the cart. */
export const SLOT_SIZE = 12
