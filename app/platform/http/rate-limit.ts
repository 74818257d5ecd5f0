/** Says whether something may pass under a name; it counts as `cost`, from 0 up, and 1 where nothing else is said. */
export type Allow = (name: string, cost?: number) => boolean

/** Names remembered at a time. */
const MOST_NAMES = 50_000

/**
 * Lets `burst` pass at once under each name, and `perSecond` from then on. Counted in this process alone, so behind n
 * processes the bound is n times as high. A name is forgotten once it has nothing to answer for; where none can be, new names are
 * turned away: whoever comes under ever new names must not make us forget the others. `now` is in milliseconds.
 */
export function limitRate(perSecond: number, burst: number, now: () => number, mostNames = MOST_NAMES): Allow {
  // The one heard of least lately comes first.
  const buckets = new Map<string, { left: number; at: number }>()
  const leftOf = ({ left, at }: { left: number; at: number }, time: number) =>
    Math.min(burst, left + (Math.max(0, time - at) / 1000) * perSecond)
  const makeRoom = (time: number): boolean => {
    if (buckets.size < mostNames) return true
    const [oldest, bucket] = buckets.entries().next().value!
    if (leftOf(bucket, time) < burst) return false
    buckets.delete(oldest)
    return true
  }
  return (name, cost = 1) => {
    const time = now()
    const known = buckets.get(name)
    if (!known && !makeRoom(time)) return false
    const left = known ? leftOf(known, time) : burst
    const passes = left >= cost
    buckets.delete(name)
    buckets.set(name, { left: passes ? left - cost : left, at: time })
    return passes
  }
}
