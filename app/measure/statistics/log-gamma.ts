/**
 * The natural logarithm of the gamma function for x > 0, to 13 digits: raised to at least 10 by its recursion, then Stirling's
 * series (Abramowitz and Stegun 6.1.41).
 */
export function logGamma(x: number): number {
  let [raised, factor] = [x, 1]
  for (; raised < 10; raised += 1) factor *= raised
  const square = 1 / (raised * raised)
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / raised
  return (raised - 0.5) * Math.log(raised) - raised + Math.log(2 * Math.PI) / 2 + series - Math.log(factor)
}

/** ln B(a, b), for positive a and b. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}
