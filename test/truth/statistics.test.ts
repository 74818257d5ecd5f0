import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chanceToTell, driftToTell } from '#app/measure/statistics/crossing.ts'
import { estimate, type Estimate, type Metric } from '#app/measure/statistics/estimate.ts'
import { interaction, type TwoByTwo } from '#app/measure/statistics/interaction.ts'
import { fixedInterval, fixedReach, relative, sequence, type Interval } from '#app/measure/statistics/interval.ts'
import { logGamma } from '#app/measure/statistics/log-gamma.ts'
import { benjaminiHochberg } from '#app/measure/statistics/many.ts'
import { quantile, upperTail } from '#app/measure/statistics/normal.ts'
import { smallestTellable, type Plan } from '#app/measure/statistics/power.ts'
import { sampleRatio } from '#app/measure/statistics/sample-ratio.ts'
import { ofIdle, type Stratum } from '#app/measure/statistics/sums.ts'
import { survival, type Happened } from '#app/measure/statistics/survival.ts'

type Pair = readonly [number, number]

interface Reference {
  readonly alpha: number
  readonly normal: {
    /** z, by mpmath, by SciPy. */
    readonly tails: readonly (readonly [number, number, number])[]
    readonly quantiles: readonly Pair[]
    readonly logGammas: readonly Pair[]
  }
  readonly estimating: { readonly strata: readonly Stratum[]; readonly estimates: Readonly<Record<Metric, Estimate>> }
  readonly intervals: readonly {
    readonly estimate: Estimate
    readonly tunedFor: number
    readonly sequence: Pair
    readonly fixed: Pair
    readonly relative: Pair
  }[]
  readonly sampleRatios: readonly {
    readonly shown: number
    readonly heldOut: number
    readonly share: number
    readonly p: number
    readonly isBroken: boolean
  }[]
  readonly drifts: { readonly chances: readonly Pair[]; readonly drifts: readonly Pair[] }
  readonly tellable: readonly { readonly plan: Plan; readonly smallest: number }[]
  readonly many: { readonly ps: readonly number[]; readonly rate: number; readonly isTold: readonly boolean[] }
  readonly survival: {
    readonly happened: readonly Happened[]
    readonly curve: readonly ({ readonly day: number; readonly survived: number; readonly variance: number } & Interval)[]
  }
  readonly interaction: { readonly epoch: TwoByTwo; readonly first: number; readonly second: number; readonly together: number }
}

/** Computed by `statistics/reference.py`, which says how. */
const truth = JSON.parse(readFileSync(new URL('statistics/reference.json', import.meta.url), 'utf8')) as Reference
const { alpha } = truth

/** Of the value itself, so that a tail of 1e-60 is as exact as one of a half. */
function expectClose(found: number, expected: number, within: number): void {
  const distance = expected === 0 ? Math.abs(found) : Math.abs(found / expected - 1)
  expect(distance, `${found} for ${expected}`).toBeLessThan(within)
}

const expectInterval = ({ low, high }: Interval, [expectedLow, expectedHigh]: Pair) => {
  expectClose(low, expectedLow, 1e-6)
  expectClose(high, expectedHigh, 1e-6)
}

describe('against SciPy and mpmath', () => {
  it('has the tails of the normal distribution to 1e-9', () => {
    for (const [z, precise, scipy] of truth.normal.tails) {
      expectClose(upperTail(z), precise, 1e-12)
      expectClose(upperTail(z), scipy, 1e-9)
    }
    for (const [upper, z] of truth.normal.quantiles) expectClose(quantile(upper), z, 1e-9)
    for (const [x, log] of truth.normal.logGammas) expect(Math.abs(logGamma(x) - log)).toBeLessThan(1e-12 * Math.max(1, Math.abs(log)))
  })

  it.each(['mean', 'ratio', 'adjusted'] as const)('estimates as raw visitors do: %s', (metric) => {
    const found = estimate(truth.estimating.strata, metric)!
    for (const [name, expected] of Object.entries(truth.estimating.estimates[metric]))
      expectClose(found[name as keyof Estimate], expected as number, 1e-6)
  })

  it('reaches as far', () => {
    for (const { estimate: of, tunedFor, ...expected } of truth.intervals) {
      expectInterval(sequence(of, alpha, tunedFor), expected.sequence)
      expectInterval(fixedInterval(of, alpha), expected.fixed)
      expectInterval(relative(of, fixedReach(alpha))!, expected.relative)
    }
  })

  it('finds the same arms uneven', () => {
    for (const { shown, heldOut, share, p, isBroken } of truth.sampleRatios) {
      const found = sampleRatio([{ shown: ofIdle(shown), heldOut: ofIdle(heldOut), share }])
      expectClose(found.p, p, 1e-6)
      expect(found.isBroken).toBe(isBroken)
    }
    expect(new Set(truth.sampleRatios.map(({ isBroken }) => isBroken)).size).toBe(2)
  })

  it('knows the chance to tell', () => {
    for (const [drift, chance] of truth.drifts.chances) expectClose(chanceToTell(drift, alpha), chance, 1e-6)
    for (const [power, drift] of truth.drifts.drifts) expectClose(driftToTell(alpha, power), drift, 1e-6)
  })

  it('promises the same', () => {
    for (const { plan, smallest } of truth.tellable) expectClose(smallestTellable(plan)!, smallest, 1e-6)
  })

  it('tells the same of many', () => {
    expect(benjaminiHochberg(truth.many.ps, truth.many.rate)).toEqual(truth.many.isTold)
  })

  it('draws the same curve of survival', () => {
    const { happened, curve } = truth.survival
    const found = survival(
      happened,
      curve.map(({ day }) => day),
      alpha,
    )
    expect(found.length).toBe(curve.length)
    for (const [at, { survived, variance, low, high }] of curve.entries()) {
      expectClose(found[at]!.survived, survived, 1e-6)
      expectClose(found[at]!.variance, variance, 1e-6)
      expectInterval(found[at]!.interval, [low, high])
    }
  })

  it('takes two measurements apart as least squares do', () => {
    const { epoch, ...expected } = truth.interaction
    const found = interaction([epoch], 'mean')!
    for (const name of ['first', 'second', 'together'] as const) expectClose(found[name].effect, expected[name], 1e-6)
  })
})
