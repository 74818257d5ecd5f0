import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumsOf } from '../../../test/a/estimate.ts'
import { estimate } from './estimate.ts'
import { NOBODY, ofIdle, plus, type Stratum, type Sums } from './sums.ts'

/** So many visitors of whom some buy, each for as much. */
const arm = (visitors: number, buyers: number, worth = 1, orders = 1): Sums =>
  plus(ofIdle(visitors - buyers), sumsOf(Array.from({ length: buyers }, () => [worth, orders])))

const anyArm = fc
  .tuple(
    fc.integer({ min: 50, max: 200 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 4 })), { minLength: 30, maxLength: 50 }),
  )
  .map(([idle, buyers]) => plus(ofIdle(idle), sumsOf(buyers)))
const anyStratum = fc.record({ shown: anyArm, heldOut: anyArm, share: fc.constant(0.5) })

describe('an effect', () => {
  it('is the difference of the means', () => {
    const found = estimate([{ shown: arm(1_000, 200, 3), heldOut: arm(500, 50, 2), share: 1 / 3 }], 'mean')!
    expect(found).toMatchObject({ visitors: 1_500 })
    expect(found.effect).toBeCloseTo(0.4)
    expect(found.base).toBeCloseTo(0.2)
    // Of those held out every tenth buys for 2; and two outcomes more, such as those of both arms are.
    const usual = (2_000 - 700 ** 2 / 1_500) / (700 ** 2 / 2_000)
    expect(found.baseVariance).toBeCloseTo((50 * 4 - 100 ** 2 / 500) / 499 / 500 + (2 * usual) / 500 ** 2, 12)
  })

  it('grows in proportion with what was bought, and turns round with the arms', () => {
    fc.assert(
      fc.property(fc.array(anyStratum, { minLength: 1, maxLength: 3 }), fc.constantFrom('mean', 'ratio', 'adjusted'), (strata, metric) => {
        const found = estimate(strata, metric)!
        const times = ({ visitors, y, yy, x, xx, xy }: Sums) => ({ visitors, y: 3 * y, yy: 9 * yy, x, xx, xy: 3 * xy })
        const tripled = estimate(
          strata.map(({ shown, heldOut, share }) => ({ shown: times(shown), heldOut: times(heldOut), share })),
          metric,
        )!
        expect(tripled.effect).toBeCloseTo(3 * found.effect, 6)
        expect(tripled.variance / found.variance).toBeCloseTo(9, 6)
        const turned = estimate(
          strata.map(({ shown, heldOut, share }) => ({ shown: heldOut, heldOut: shown, share: 1 - share })),
          metric,
        )!
        expect(turned.effect).toBeCloseTo(-found.effect, 6)
        expect(turned.variance).toBeCloseTo(found.variance, 9)
      }),
    )
  })
})

describe('epochs', () => {
  it('that are equal pool to the whole', () => {
    fc.assert(
      fc.property(anyStratum, fc.integer({ min: 2, max: 5 }), fc.constantFrom('mean', 'ratio'), (stratum, times, metric) => {
        const strata = Array.from({ length: times }, () => stratum)
        const all = (which: 'shown' | 'heldOut') => strata.map((one) => one[which]).reduce(plus, NOBODY)
        const pooled = estimate(strata, metric)!
        const whole = estimate([{ shown: all('shown'), heldOut: all('heldOut'), share: 0.5 }], metric)!
        expect(pooled.effect).toBeCloseTo(whole.effect, 9)
        expect(pooled.base).toBeCloseTo(whole.base, 9)
        // But for the one visitor of each arm and epoch by which a variance is unbiased.
        expect(pooled.variance / whole.variance).toBeGreaterThan(0.999)
        expect(pooled.variance / whole.variance).toBeLessThan(1.02)
      }),
    )
  })

  it('do not take a season for an effect', () => {
    const quiet: Stratum = { shown: arm(5_000, 100), heldOut: arm(5_000, 100), share: 0.5 }
    const busy: Stratum = { shown: arm(9_000, 360), heldOut: arm(1_000, 40), share: 0.1 }
    expect(estimate([quiet, busy], 'mean')!.effect).toBeCloseTo(0, 12)
    const together = { shown: plus(quiet.shown, busy.shown), heldOut: plus(quiet.heldOut, busy.heldOut), share: 0.3 }
    expect(estimate([together], 'mean')!.effect).toBeGreaterThan(0.009)
  })

  it('weigh by visitors, whatever was bought', () => {
    const even = { shown: arm(1_000, 100), heldOut: arm(1_000, 100), share: 0.5 }
    const strata = (worth: number) => [even, { shown: arm(3_000, 300, worth), heldOut: arm(1_000, 100), share: 0.25 }]
    // 500 against 750 of the second, whose shown rise by 0.1 for each unit of worth.
    expect(estimate(strata(2), 'mean')!.effect).toBeCloseTo(0.06)
    expect(estimate(strata(11), 'mean')!.effect).toBeCloseTo(0.6)
  })
})

it('is never wider for knowing the past, and right where it explains everything', () => {
  fc.assert(
    fc.property(anyStratum, (stratum) => {
      expect(estimate([stratum], 'adjusted')!.variance).toBeLessThanOrEqual(estimate([stratum], 'mean')!.variance * (1 + 1e-12))
    }),
  )
  const known = (rows: readonly number[], more: number) => sumsOf(rows.map((x) => [2 * x + more, x] as const))
  const found = estimate(
    [{ shown: known([1, 2, 3, 4, 5, 6, 7, 8, 9], 5), heldOut: known([1, 1, 2, 2, 3, 3, 4, 4, 5], 0), share: 0.5 }],
    'adjusted',
  )!
  expect(found.effect).toBeCloseTo(5)
})

it('is per order for a ratio', () => {
  const found = estimate([{ shown: arm(1_000, 100, 60, 2), heldOut: arm(1_000, 100, 25), share: 0.5 }], 'ratio')!
  expect([found.effect, found.base]).toEqual([5, 25])
})

describe('is none', () => {
  it.each([
    ['without visitors', []],
    ['with an empty arm', [{ shown: arm(1_000, 100), heldOut: NOBODY, share: 0.1 }]],
    ['where nobody bought', [{ shown: ofIdle(1_000), heldOut: ofIdle(1_000), share: 0.5 }]],
    ['where fewer than five buyers are to be expected in the smaller arm', [{ shown: arm(900, 49), heldOut: arm(100, 0), share: 0.1 }]],
  ] as const)('%s', (_, strata) => {
    for (const metric of ['mean', 'ratio', 'adjusted'] as const) expect(estimate(strata, metric)).toBeNull()
  })

  it('but is one where nobody held out could buy it', () => {
    const found = estimate([{ shown: arm(900, 60), heldOut: arm(100, 0), share: 0.1 }], 'mean')!
    expect(found.base).toBe(0)
    expect(found.baseVariance).toBeGreaterThan(0)
  })
})
