import { doubtOfFew, FEWEST, usualOf } from './few-buyers.ts'
import { centralMomentsOf, plus, type Stratum, type Sums } from './sums.ts'

/** What being shown something changed, per visitor (or per x), and how sure that is. */
export interface Estimate {
  /** The mean of those shown less that of those held out. */
  readonly effect: number
  /** Of the effect: the square of its standard error. */
  readonly variance: number
  /** The mean of those held out. */
  readonly base: number
  readonly baseVariance: number
  /** Of both arms. */
  readonly visitors: number
}

/** What is compared: the mean of y; y over x; or the mean of y, less what x from before explains. */
export type Metric = 'mean' | 'ratio' | 'adjusted'

interface Side {
  readonly visitors: number
  readonly mean: number
  /** Of a single visitor. */
  readonly variance: number
}

interface Contrast {
  readonly shown: Side
  readonly heldOut: Side
  readonly weight: number
}

/**
 * Null where there are too few to say anything: fewer than two visitors in an arm of every epoch, or fewer than five visitors
 * who did something (in y; for a ratio in x) to be expected in the smaller arm.
 *
 * Epochs are compared within and then pooled, as the share held out changes from one to the next and so may shoppers: the
 * visitors of both arms thrown together would take a season for an effect (Simpson's paradox). An epoch weighs n₁n₂/(n₁+n₂):
 * the inverse of the variance where a visitor varies alike everywhere, and made of counts of visitors alone, since weights
 * that look at outcomes favour by chance the epochs with small ones.
 *
 * Sources: 'ratio': the delta method with the visitor as unit (Deng, Knoblich and Lu 2018). 'adjusted': CUPED (Deng, Xu,
 * Kohavi and Walker 2013) with the slope within arms that makes the variance least, so that it is never wider than 'mean'.
 */
export function estimate(strata: readonly Stratum[], metric: Metric): Estimate | null {
  const told = strata.filter((stratum) => canCompare(stratum, metric))
  if (told.length === 0) return null
  const everybody = told.flatMap(({ shown, heldOut }) => [shown, heldOut]).reduce(plus)
  const usual = usualOf(everybody, metric === 'ratio')
  const contrasts = told.map((stratum) => contrastOf(stratum, metric))
  const total = contrasts.reduce((sum, { weight }) => sum + weight, 0)
  const pooled = (arm: 'shown' | 'heldOut') => {
    let [mean, variance, visitors, spread] = [0, 0, 0, 0]
    for (const { weight, [arm]: side } of contrasts) {
      const part = weight / total
      mean += part * side.mean
      variance += (part * part * side.variance) / side.visitors
      spread += (part * part) / side.visitors
      visitors += side.visitors
    }
    const scale = metric === 'ratio' ? everybody.visitors / everybody.x : 1
    return { mean, visitors, variance: variance + doubtOfFew(usual) * (spread * scale) ** 2 }
  }
  const [shown, heldOut] = [pooled('shown'), pooled('heldOut')]
  const expected = (usual.count * Math.min(shown.visitors, heldOut.visitors)) / everybody.visitors
  if (!(expected >= FEWEST)) return null
  return {
    effect: shown.mean - heldOut.mean,
    variance: shown.variance + heldOut.variance,
    base: heldOut.mean,
    baseVariance: heldOut.variance,
    visitors: everybody.visitors,
  }
}

function canCompare({ shown, heldOut }: Stratum, metric: Metric): boolean {
  return [shown, heldOut].every(({ visitors, x }) => visitors > 1 && (metric !== 'ratio' || x > 0))
}

function contrastOf({ shown, heldOut }: Stratum, metric: Metric): Contrast {
  const weight = (shown.visitors * heldOut.visitors) / (shown.visitors + heldOut.visitors)
  switch (metric) {
    case 'mean':
      return { shown: adjustedSide(shown, 0, 0), heldOut: adjustedSide(heldOut, 0, 0), weight }
    case 'ratio':
      return { shown: ratioSide(shown), heldOut: ratioSide(heldOut), weight }
    case 'adjusted': {
      const slope = slopeWithin(shown, heldOut)
      const middle = (shown.x + heldOut.x) / (shown.visitors + heldOut.visitors)
      return { shown: adjustedSide(shown, slope, middle), heldOut: adjustedSide(heldOut, slope, middle), weight }
    }
  }
}

function ratioSide(sums: Sums): Side {
  const { visitors, meanX, squaresY, squaresX, products } = centralMomentsOf(sums)
  const ratio = sums.y / sums.x
  const squares = Math.max(squaresY - 2 * ratio * products + ratio * ratio * squaresX, 0)
  return { visitors, mean: ratio, variance: squares / (visitors - 1) / (meanX * meanX) }
}

function adjustedSide(sums: Sums, slope: number, middle: number): Side {
  const { visitors, meanY, meanX, squaresY, squaresX, products } = centralMomentsOf(sums)
  const squares = Math.max(squaresY - 2 * slope * products + slope * slope * squaresX, 0)
  return { visitors, mean: meanY - slope * (meanX - middle), variance: squares / (visitors - 1) }
}

function slopeWithin(...arms: readonly Sums[]): number {
  let [products, squares] = [0, 0]
  for (const arm of arms) {
    const { visitors, products: both, squaresX } = centralMomentsOf(arm)
    products += both / (visitors * (visitors - 1))
    squares += squaresX / (visitors * (visitors - 1))
  }
  return squares > 0 ? products / squares : 0
}
