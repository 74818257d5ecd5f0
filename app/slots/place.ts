import type { Placement, SlotMix } from '#app/commerce/placement.ts'
import type { Adjustment } from '#app/rules/mix.ts'

/** The slot that is to be filled. */
export interface Place {
  readonly placement: Placement
  readonly mix: SlotMix
  readonly adjust: readonly Adjustment[]
  /** What stands on the page already, by index: no product comes twice. */
  readonly taken: ReadonlySet<number>
}
