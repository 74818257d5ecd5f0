/** How many orders of each size a stretch of time has seen: `sizes[s]` orders of s different products. */
export interface Era {
  readonly sizes: readonly number[]
  /** Products in those orders, all told. */
  readonly bought: number
}

/** Of what an era sold, the share that belongs to a group of products, in [0, 1]. */
export type Shares = readonly number[]

/**
 * How many orders chance alone would give with both of two groups that have no product in common: if each era's shoppers
 * drew each of their products blindly from what that era sold, filling baskets of the sizes that they had. Two products
 * that both sold in December alone, or both to shoppers with large baskets, are so expected to meet.
 */
export function chanceOf(eras: readonly Era[], one: Shares, other: Shares): number {
  let expected = 0
  for (const [at, { sizes }] of eras.entries()) {
    const [first, second] = [one[at]!, other[at]!]
    if (first === 0 || second === 0) continue
    let [noFirst, noSecond, neither] = [1, 1, 1]
    for (let size = 1; size < sizes.length; size++) {
      noFirst *= 1 - first
      noSecond *= 1 - second
      neither *= Math.max(1 - (first + second), 0)
      const orders = sizes[size]!
      if (size > 1 && orders > 0) expected += orders * (1 - (noFirst + noSecond) + neither)
    }
  }
  return expected
}
