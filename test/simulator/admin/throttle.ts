import type { Limits } from '../weather/weather.ts'

/** A leaky bucket of query points, as Shopify keeps one for each app in each shop. */
export interface Bucket {
  /** Takes the points, or says false and takes none when fewer are left. */
  readonly take: (points: number) => boolean
  /** Gives points back that were asked for but not needed. */
  readonly giveBack: (points: number) => void
  readonly status: () => { readonly maximumAvailable: number; readonly currentlyAvailable: number; readonly restoreRate: number }
}

/** A full bucket. Its limits may change at any time. */
export function openBucket(now: () => Date, limits: () => Limits): Bucket {
  let available = limits().size
  let at = now().getTime()
  const restore = (): void => {
    const time = now().getTime()
    const { size, perSecond } = limits()
    available = Math.min(size, available + (Math.max(0, time - at) / 1000) * perSecond)
    at = time
  }
  return {
    take(points) {
      restore()
      if (points > available) return false
      available -= points
      return true
    },
    giveBack(points) {
      available = Math.min(limits().size, available + points)
    },
    status() {
      restore()
      const { size, perSecond } = limits()
      return { maximumAvailable: size, currentlyAvailable: Math.floor(available), restoreRate: perSecond }
    },
  }
}
