import type { Board } from '#app/slots/arm/arm.ts'
import { FIRST_SHARE, LEAST_SHARE, type Epoch } from './epochs.ts'

/** Milliseconds for which a share is kept at least: weeks differ by their days. */
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000

interface Asked {
  readonly board: Board
  readonly epoch: Epoch
  /** What the merchant has set; null where it is ours to choose. */
  readonly ownShare: number | null
  /** What the board measures is told apart from nothing. */
  readonly isKnown: boolean
  /** Milliseconds. */
  readonly now: number
}

/**
 * The share to be held out from now on; null for as before. What the merchant sets holds at once. Left to us it becomes less once it is
 * known what is brought, and never more: who has been released stays so. But where nobody was held out, as the merchant had wished, it
 * begins as it first did.
 */
export function nextShare({ board, epoch, ownShare, isKnown, now }: Asked): number | null {
  if (ownShare !== null) return ownShare === epoch.share ? null : ownShare
  if (epoch.share === 0) return FIRST_SHARE[board]
  const isDue = isKnown && now - epoch.startsAt >= KEPT_FOR
  return isDue && epoch.share > LEAST_SHARE[board] ? LEAST_SHARE[board] : null
}
