const HALF_LOG_TAU = Math.log(2 * Math.PI) / 2
/** From here on the continued fraction needs fewer terms than the series. */
const FAR = 3
const TERMS = 120

/**
 * The probability that a standard normal number exceeds z; to 12 digits, however far in the tail, until it is too small for a
 * number (z of 38). Sources: Marsaglia, Evaluating the Normal Distribution (2004), for the series; Laplace's continued fraction
 * of Mills' ratio beyond.
 */
export function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z)
  if (z >= FAR) return Math.exp(logDensity(z)) * farRatio(z)
  let [term, sum] = [z, z]
  for (let odd = 3; term > sum * 1e-17; odd += 2) sum += term *= (z * z) / odd
  return 0.5 - Math.exp(logDensity(z)) * sum
}

/**
 * The z that a standard normal number exceeds with the given probability, within (0, 1): 1.96 for 0.025. Source: Abramowitz
 * and Stegun 26.2.23 to begin with, then Newton's method on the logarithm, which is nearly straight.
 */
export function quantile(upper: number): number {
  if (upper > 0.5) return -quantile(1 - upper)
  if (upper === 0.5) return 0
  const t = Math.sqrt(-2 * Math.log(upper))
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 4; step++) {
    const tail = upperTail(z)
    z += (Math.log(tail / upper) * tail) / Math.exp(logDensity(z))
  }
  return z
}

/** The probability that a standard normal number is farther from 0 than z, on either side. */
export function bothTails(z: number): number {
  return Math.min(2 * upperTail(Math.abs(z)), 1)
}

const logDensity = (z: number) => -(z * z) / 2 - HALF_LOG_TAU

/** 1/(z + 1/(z + 2/(z + 3/(z + …)))), from its end. */
function farRatio(z: number): number {
  let ratio = z
  for (let term = TERMS; term > 0; term--) ratio = z + term / ratio
  return 1 / ratio
}
