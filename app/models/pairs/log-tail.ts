/**
 * The natural logarithm of the probability that a Poisson count of the given mean is `count` or more; 0 for a count of 0.
 * A sum of independent yes-and-no events of that mean exceeds its mean no more easily (Hoeffding 1956), so as a p-value
 * of such a sum it errs on the side of doubt. Precise to about 1e-9, however small the probability.
 */
export function logTail(count: number, mean: number): number {
  if (count <= 0) return 0
  if (mean <= 0) return -Infinity
  if (count <= mean) return Math.log1p(-below(count, mean))
  let [term, sum] = [1, 1]
  for (let next = count + 1; term > sum * 1e-12; next++) sum += term *= mean / next
  return count * Math.log(mean) - mean - logFactorial(count) + Math.log(sum)
}

/** The probability of less than `count`, for a count that does not exceed the mean. */
function below(count: number, mean: number): number {
  let [term, sum] = [1, 1]
  for (let less = count - 1; less > 0 && term > sum * 1e-12; less--) sum += term *= less / mean
  return Math.min(sum * Math.exp((count - 1) * Math.log(mean) - mean - logFactorial(count - 1)), 1 - Number.EPSILON)
}

/** ln n!: by multiplication up to 20, beyond by Stirling's series to the third term. */
function logFactorial(n: number): number {
  if (n <= 20) {
    let product = 1
    for (let factor = 2; factor <= n; factor++) product *= factor
    return Math.log(product)
  }
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
}
