import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Board } from '#app/slots/arm/arm.ts'
import { beginEpoch, readMeasurement } from './measurement.server.ts'
import { nextShare } from './next-share.ts'

/** Begins another epoch where another share is to be held out from now on. `known` says of which boards it is known what they measure. */
export async function keepEpochs(shop: ShopId, known: Readonly<Record<Board, boolean>>, now: Date): Promise<void> {
  const measurement = await readMeasurement(shop)
  if (!measurement) return
  for (const board of ['cross-sell', 'personal'] as const) {
    const epoch = measurement.epochs[board].at(-1)
    const ownShare = board === 'cross-sell' ? measurement.ownShare : null
    const share = epoch && nextShare({ board, epoch, ownShare, isKnown: known[board], now: now.getTime() })
    if (!epoch || share == null) continue
    // What was fixed at the beginning holds to the end.
    await beginEpoch(pool, shop, board, { ...epoch, number: epoch.number + 1, share, startsAt: now.getTime() })
  }
}
