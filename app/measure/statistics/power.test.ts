import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysToTell, shareToTell, smallestTellable, type Plan } from './power.ts'

const PLAN: Plan = { visitorsPerDay: 500, days: 90, share: 0.1, mean: 0.004, variance: 0.004 * 0.996, alpha: 0.05, power: 0.8 }
const anyPlan = fc
  .record({
    visitorsPerDay: fc.integer({ min: 500, max: 20_000 }),
    days: fc.integer({ min: 60, max: 300 }),
    share: fc.integer({ min: 10, max: 50 }).map((percent) => percent / 100),
    mean: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  .map((drawn): Plan => ({ ...PLAN, ...drawn, variance: 2 * drawn.mean }))

describe('the smallest effect that can be told', () => {
  it('is smaller the longer, the surer, and the more even the arms', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const smallest = smallestTellable(plan)!
        expect(smallestTellable({ ...plan, days: plan.days + 1 })).toBeLessThan(smallest)
        expect(smallestTellable({ ...plan, power: 0.9 })).toBeGreaterThan(smallest)
        expect(smallestTellable({ ...plan, alpha: 0.01 })).toBeGreaterThan(smallest)
        if (plan.share < 0.25) expect(smallestTellable({ ...plan, share: 0.5 })).toBeLessThan(smallest)
      }),
    )
  })

  it('is in the unit of the mean', () => {
    const smallest = smallestTellable(PLAN)!
    expect(smallestTellable({ ...PLAN, mean: PLAN.mean * 100, variance: PLAN.variance * 1e4 })! / smallest).toBeCloseTo(100, 6)
  })

  it('is none of too few', () => {
    expect(smallestTellable({ ...PLAN, days: 20 })).toBeNull()
    expect(smallestTellable({ ...PLAN, mean: 0 })).toBeNull()
  })
})

describe('the days it takes', () => {
  it('are the fewest in which it can be told', () => {
    fc.assert(
      fc.property(anyPlan, fc.double({ min: 0.2, max: 2, noNaN: true }), (plan, part) => {
        const effect = plan.mean * part
        const days = daysToTell(plan, effect)
        fc.pre(days !== null)
        expect(smallestTellable({ ...plan, days: days! })).toBeLessThanOrEqual(effect)
        const before = days! > 1 ? smallestTellable({ ...plan, days: days! - 1 }) : null
        if (before !== null) expect(before).toBeGreaterThan(effect)
      }),
    )
  })

  it('are about two months for offered items that double, and too many for a thirtieth', () => {
    const days = daysToTell(PLAN, 0.004)!
    expect(days).toBeGreaterThan(50)
    expect(days).toBeLessThan(110)
    expect(daysToTell(PLAN, 0.004 / 30)).toBeNull()
  })
})

describe('the share held out', () => {
  it('is the smallest within bounds by which it can be told', () => {
    const effect = smallestTellable({ ...PLAN, share: 0.23 })!
    expect(shareToTell(PLAN, effect, { low: 0.05, high: 0.5 })).toBe(0.23)
    expect(shareToTell(PLAN, effect, { low: 0.3, high: 0.5 })).toBe(0.3)
    expect(shareToTell(PLAN, effect, { low: 0.05, high: 0.2 })).toBeNull()
  })
})
