/** Places that count. */
export const PLACES = 10

/** Discounted gain of the first ten places, 1 where as many of them as there are right answers are right from the top. */
export function ndcg(hits: readonly boolean[], right: number): number {
  let [gain, ideal] = [0, 0]
  for (let place = 0; place < PLACES; place++) {
    const worth = 1 / Math.log2(place + 2)
    if (hits[place]) gain += worth
    if (place < right) ideal += worth
  }
  return ideal === 0 ? 0 : gain / ideal
}
