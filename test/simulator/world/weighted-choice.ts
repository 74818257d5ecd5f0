import type { Luck } from './random.ts'

/** Draws one of the things in proportion to its weight; undefined when nothing weighs anything. */
export type WeightedChoice<T> = (luck: Luck) => T | undefined

/** Prepares a choice that is drawn from often: each draw is a binary search. Weights are ≥ 0. */
export function weightedChoice<T>(things: readonly T[], weightOf: (thing: T) => number): WeightedChoice<T> {
  const reaches: number[] = []
  let total = 0
  for (const thing of things) reaches.push((total += weightOf(thing)))
  return (luck) => {
    const mark = luck.next() * total
    let low = 0
    let high = reaches.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((reaches[middle] ?? 0) > mark) high = middle
      else low = middle + 1
    }
    return things[low]
  }
}
