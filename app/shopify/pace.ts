import type { Cost } from './outcome.ts'

/**
 * Calls that write and are under way together: enough to use up what the bucket restores where Shopify is slow, a Standard plan's ten calls
 * a second at three seconds each, a Plus plan's hundred at a third of one. The pace holds them back where points are short.
 */
export const WRITES_AT_ONCE = 32

/** Keeps many asks at once within what the bucket of points restores, so that few of them are turned away. */
export interface Pace {
  /** The points that a document is thought to need; 0 before its first answer. */
  readonly pointsOf: (document: string) => number
  /** Sets points aside for an ask. Returns the milliseconds to wait before it is sent. */
  readonly take: (points: number) => number
  /** Tells how an ask ended that set `taken` points aside; `cost` where Shopify said it. */
  readonly ended: (document: string, taken: number, cost: Cost | undefined) => void
}

/** A pace that knows nothing yet: the first asks go out at once. `now` in milliseconds. */
export function openPace(now: () => number): Pace {
  const known = new Map<string, number>()
  /** Points in the bucket, less those set aside. Never above the truth by more than rounding. Undefined before the first answer. */
  let bucket: { free: number; maximum: number; restoreRate: number; at: number } | undefined
  let aside = 0

  const restore = (): void => {
    if (!bucket) return
    const time = now()
    const restored = (Math.max(0, time - bucket.at) / 1000) * bucket.restoreRate
    bucket.free = Math.min(bucket.maximum - aside, bucket.free + restored)
    bucket.at = time
  }

  return {
    pointsOf: (document) => known.get(document) ?? 0,
    take(points) {
      restore()
      aside += points
      if (!bucket) return 0
      bucket.free -= points
      return bucket.free >= 0 ? 0 : Math.ceil((-bucket.free / bucket.restoreRate) * 1000)
    },
    ended(document, taken, cost) {
      restore()
      aside -= taken
      if (!cost || cost.throttle.restoreRate <= 0) return
      known.set(document, cost.requested)
      const { maximum, available, restoreRate } = cost.throttle
      // Answers overtake each other, so an older one that says more is not believed.
      const reckoned = bucket ? bucket.free + taken - cost.actual : Infinity
      bucket = { free: Math.min(reckoned, available - aside), maximum, restoreRate, at: now() }
    },
  }
}
