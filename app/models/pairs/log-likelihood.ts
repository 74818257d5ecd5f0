/**
 * The root of the log-likelihood ratio of a pair's counts (Dunning 1993): how surprising it is that two products were bought
 * together so often; 0 where chance explains as much or more.
 */
export function surpriseOf(together: number, first: number, second: number, orders: number): number {
  if (together * orders <= first * second) return 0
  const alone = [together, first - together, second - together, orders - first - second + together]
  const ratio =
    alone.reduce((sum, count) => sum + entropy(count), 0) +
    entropy(orders) -
    entropy(first) -
    entropy(orders - first) -
    entropy(second) -
    entropy(orders - second)
  return Math.sqrt(Math.max(2 * ratio, 0))
}

const entropy = (count: number) => (count > 0 ? count * Math.log(count) : 0)
