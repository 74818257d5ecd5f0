import type { Luck } from '../../simulator/world/random.ts'

/** A standard normal number (Box and Muller 1958). */
export function normal(luck: Luck): number {
  return Math.sqrt(-2 * Math.log(1 - luck.next())) * Math.cos(2 * Math.PI * luck.next())
}

/** How many of so many tries succeed: the gaps between successes are drawn, so that rare ones cost nothing. */
export function successes(luck: Luck, tries: number, probability: number): number {
  if (probability <= 0) return 0
  const perGap = 1 / Math.log1p(-probability)
  let count = 0
  for (let at = gap(luck, perGap); at < tries; at += 1 + gap(luck, perGap)) count += 1
  return count
}

const gap = (luck: Luck, perGap: number) => Math.floor(Math.log(1 - luck.next()) * perGap)

/** How many come where `mean` are expected; of many the normal approximation, as nothing depends on how many come. */
export function arrivals(luck: Luck, mean: number): number {
  if (mean > 50) return Math.max(Math.round(mean + Math.sqrt(mean) * normal(luck)), 0)
  let count = -1
  for (let product = 1, end = Math.exp(-mean); product > end; product *= luck.next()) count += 1
  return count
}

/** Of so many visitors those who fall to one arm of two alike, each by a bit of its own. */
export function halfOf(luck: Luck, visitors: number): number {
  let count = 0
  for (let left = visitors; left > 0; left -= 32) {
    let bits = luck.below(2 ** 32)
    if (left < 32) bits = bits >>> (32 - left)
    bits -= (bits >>> 1) & 0x5555_5555
    bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333)
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
  }
  return count
}

/** Gamma distributed with mean 1: how customers differ in how often they buy (Marsaglia and Tsang 2000). */
export function gamma(luck: Luck, shape: number): number {
  if (shape < 1) return ((gamma(luck, shape + 1) * (shape + 1)) / shape) * (1 - luck.next()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const z = normal(luck)
    const v = (1 + z / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - luck.next()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return (d * v) / shape
  }
}
