/**
 * Sums over the visitors of one arm and stratum: of an outcome y and, beside it, of x: a denominator (orders, of order value)
 * or a covariate from before. Everything that is said of an arm is said from these, so they can be kept by day and added up.
 */
export interface Sums {
  readonly visitors: number
  readonly y: number
  readonly yy: number
  readonly x: number
  readonly xx: number
  readonly xy: number
}

/**
 * One epoch of a measurement: between two changes of the share held out. Who comes in two epochs counts in each, with what they
 * did in it.
 */
export interface Stratum {
  readonly shown: Sums
  readonly heldOut: Sums
  /** Planned share held out, within (0, 1). */
  readonly share: number
}

export const NOBODY: Sums = { visitors: 0, y: 0, yy: 0, x: 0, xx: 0, xy: 0 }

/** One visitor, with the outcome of the whole time in which they are looked at: two outcomes of one visitor are added up before. */
export function ofVisitor(y: number, x = 0): Sums {
  return { visitors: 1, y, yy: y * y, x, xx: x * x, xy: x * y }
}

/** Visitors who bought nothing. */
export function ofIdle(visitors: number): Sums {
  return { ...NOBODY, visitors }
}

/** The visitors of both, none of whom is in both. */
export function plus(one: Sums, other: Sums): Sums {
  return {
    visitors: one.visitors + other.visitors,
    y: one.y + other.y,
    yy: one.yy + other.yy,
    x: one.x + other.x,
    xx: one.xx + other.xx,
    xy: one.xy + other.xy,
  }
}

/** Means, and sums of squared and of multiplied distances from them. */
export interface CentralMoments {
  readonly visitors: number
  readonly meanY: number
  readonly meanX: number
  readonly squaresY: number
  readonly squaresX: number
  readonly products: number
}

/** For one visitor or more. What rounding makes negative is zero. */
export function centralMomentsOf({ visitors, y, yy, x, xx, xy }: Sums): CentralMoments {
  return {
    visitors,
    meanY: y / visitors,
    meanX: x / visitors,
    squaresY: Math.max(yy - (y * y) / visitors, 0),
    squaresX: Math.max(xx - (x * x) / visitors, 0),
    products: xy - (x * y) / visitors,
  }
}
