import { nice, ticks } from 'd3-array'

export interface Scale {
  readonly low: number
  readonly high: number
  /** Round numbers from `low` to `high`, both included. */
  readonly ticks: readonly number[]
}

/** An axis on which all values and zero stand, with about so many round numbers. No values, or zeros alone, make one from 0 to 1. */
export function scaleOf(values: readonly number[], about: number): Scale {
  const [low, high] = nice(Math.min(0, ...values), Math.max(0, ...values), about)
  if (low === high) return { low: 0, high: 1, ticks: [0, 1] }
  return { low, high, ticks: ticks(low, high, about) }
}

/** Which of `count` points in a row are named, at most so many: the first, the last, and some at even distances between. */
export function namedOf(count: number, most: number): readonly number[] {
  const named = Math.min(count, most)
  return Array.from({ length: named }, (_, nth) => Math.round((nth * (count - 1)) / Math.max(named - 1, 1)))
}
