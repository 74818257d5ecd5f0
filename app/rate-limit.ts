/** Says whether one more may pass under a name. */
export type Allow = (name: string) => boolean

/** Names remembered at a time; the one heard of least lately has long been full again. */
const MOST_NAMES = 10_000

/**
 * Lets `burst` pass at once under each name, and `perSecond` from then on. Counted in this process alone, so behind n
 * processes the bound is n times as high. `now` is in milliseconds.
 */
export function limitRate(perSecond: number, burst: number, now: () => number): Allow {
  const buckets = new Map<string, { left: number; at: number }>()
  return (name) => {
    const time = now()
    const before = buckets.get(name) ?? { left: burst, at: time }
    const left = Math.min(burst, before.left + (Math.max(0, time - before.at) / 1000) * perSecond)
    const passes = left >= 1
    buckets.delete(name)
    buckets.set(name, { left: passes ? left - 1 : left, at: time })
    if (buckets.size > MOST_NAMES) buckets.delete(buckets.keys().next().value!)
    return passes
  }
}
