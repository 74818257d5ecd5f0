/** A leaky bucket of query points, as Shopify keeps one for each app in each shop. */
export interface Bucket {
  /** Takes the points, or says false and takes none when fewer are left. */
  readonly take: (points: number) => boolean
  /** Gives points back that were asked for but not needed. */
  readonly giveBack: (points: number) => void
  readonly status: () => { readonly maximumAvailable: number; readonly currentlyAvailable: number; readonly restoreRate: number }
}

export const BUCKET_SIZE = 2000
const RESTORE_PER_SECOND = 100

export function openBucket(now: () => Date): Bucket {
  let available = BUCKET_SIZE
  let at = now().getTime()
  const restore = (): void => {
    const time = now().getTime()
    available = Math.min(BUCKET_SIZE, available + (Math.max(0, time - at) / 1000) * RESTORE_PER_SECOND)
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
      available = Math.min(BUCKET_SIZE, available + points)
    },
    status() {
      restore()
      return { maximumAvailable: BUCKET_SIZE, currentlyAvailable: Math.floor(available), restoreRate: RESTORE_PER_SECOND }
    },
  }
}
