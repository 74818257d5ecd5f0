import type { ShopId } from '#app/commerce/ids.ts'
import { FIRST_SHARE } from '#app/measure/arms/epochs.ts'
import { SHARE_CHOICES, type MeasuringChoice } from '#app/measure/arms/share-choices.ts'
import { VERDICT_DAYS } from '#app/measure/arms/terms.ts'
import { outlookOf } from '#app/measure/boards/outlook.server.ts'
import { readBoard } from '#app/measure/boards/read-board.server.ts'
import { smallestNow } from '#app/measure/boards/smallest-now.ts'

/** What a share held out costs in knowledge. */
export interface ShareCost {
  /** 0..1 */
  readonly share: number
  /** The smallest effect that so many days tell, in minor units for each visitor, and as a share of what is bought unasked; null of too few. */
  readonly effect: number | null
  readonly lift: number | null
}

/** How a shop is measured, as its merchant decides it. */
export interface Measuring {
  readonly chosen: MeasuringChoice
  /** Held out while it is ours to choose: 0..1. */
  readonly ours: number
  readonly days: number
  readonly costs: readonly ShareCost[]
}

/** Null before anything was published: there is nothing to decide yet. */
export async function loadMeasuring(shop: ShopId): Promise<Measuring | null> {
  const read = await readBoard(shop)
  if (!read) return null
  const outlook = await outlookOf(shop, read)
  const { ownShare, mayPause, epochs } = read.measurement
  const share = epochs['cross-sell'].at(-1)?.share ?? 0
  // Who has been released stays so, but where nobody was held out it begins anew.
  const ours = share > 0 ? share : FIRST_SHARE['cross-sell']
  return {
    chosen: { ownShare, mayPause },
    ours,
    days: VERDICT_DAYS,
    costs: [...new Set([...SHARE_CHOICES, ours])].map((held) => {
      const { effect, lift } = smallestNow(outlook, held, VERDICT_DAYS)
      return { share: held, effect, lift }
    }),
  }
}
